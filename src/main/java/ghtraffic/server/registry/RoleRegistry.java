package ghtraffic.server.registry;

import com.ibm.websphere.security.CertificateMapNotSupportedException;
import com.ibm.websphere.security.CustomRegistryException;
import com.ibm.websphere.security.EntryNotFoundException;
import com.ibm.websphere.security.NotImplementedException;
import com.ibm.websphere.security.PasswordCheckFailedException;
import com.ibm.websphere.security.Result;
import com.ibm.websphere.security.UserRegistry;
import com.ibm.websphere.security.cred.WSCredential;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/**
 * Identifies users by the provider's subject and gives each the groups that the role tables name.
 *
 * <p>Liberty's federated registry first calls {@link #getUsers} with the exact name and rejects the user if the result
 * is empty. Then it calls {@link #getUniqueUserId} and {@link #getGroupsForUser}.
 */
public final class RoleRegistry implements UserRegistry {

    static final String REALM = "traffic";

    private final RoleTables tables = new RoleTables();

    @Override
    public void initialize(Properties properties) {}

    @Override
    public String getRealm() {
        return REALM;
    }

    /** Accepts a password of {@link ServerSignIn} only, because users have no passwords here. */
    @Override
    public String checkPassword(String user, String password) throws PasswordCheckFailedException {
        if (ServerSignIn.redeem(user, password)) {
            return user;
        }
        throw new PasswordCheckFailedException("Passwords are checked by the identity provider alone");
    }

    @Override
    public String mapCertificate(X509Certificate[] chain) throws CertificateMapNotSupportedException {
        throw new CertificateMapNotSupportedException("Certificates are not used to sign in");
    }

    @Override
    public Result getUsers(String pattern, int limit) {
        return result(isValidUser(pattern) ? List.of(pattern) : List.of());
    }

    @Override
    public boolean isValidUser(String user) {
        return !user.isBlank() && user.indexOf('*') < 0;
    }

    @Override
    public String getUserDisplayName(String user) throws EntryNotFoundException {
        return valid(user);
    }

    @Override
    public String getUniqueUserId(String user) throws EntryNotFoundException {
        return valid(user);
    }

    @Override
    public String getUserSecurityName(String uniqueId) throws EntryNotFoundException {
        return valid(uniqueId);
    }

    @Override
    public List<String> getGroupsForUser(String user) throws EntryNotFoundException, CustomRegistryException {
        try {
            return Vouching.isFor(valid(user)) ? tables.rolesOf(user) : List.of();
        } catch (SQLException e) {
            throw new CustomRegistryException("The roles could not be read from the database", e);
        }
    }

    @Override
    public List<String> getUniqueGroupIds(String uniqueUserId) throws EntryNotFoundException, CustomRegistryException {
        return getGroupsForUser(uniqueUserId);
    }

    @Override
    public Result getGroups(String pattern, int limit) throws CustomRegistryException {
        return result(groups().stream()
                .filter(group -> pattern.equals("*") || pattern.equals(group))
                .toList());
    }

    @Override
    public boolean isValidGroup(String group) throws CustomRegistryException {
        return groups().contains(group);
    }

    @Override
    public String getGroupDisplayName(String group) throws EntryNotFoundException, CustomRegistryException {
        return validGroup(group);
    }

    @Override
    public String getUniqueGroupId(String group) throws EntryNotFoundException, CustomRegistryException {
        return validGroup(group);
    }

    @Override
    public String getGroupSecurityName(String uniqueGroupId) throws EntryNotFoundException, CustomRegistryException {
        return validGroup(uniqueGroupId);
    }

    @Override
    public Result getUsersForGroup(String group, int limit) throws NotImplementedException {
        throw new NotImplementedException("The users of a role are listed by the application");
    }

    @Override
    public WSCredential createCredential(String user) throws NotImplementedException {
        throw new NotImplementedException("Credentials are made by the server");
    }

    private List<String> groups() throws CustomRegistryException {
        try {
            return tables.all();
        } catch (SQLException e) {
            throw new CustomRegistryException("The roles could not be read from the database", e);
        }
    }

    private String validGroup(String group) throws EntryNotFoundException, CustomRegistryException {
        if (!isValidGroup(group)) {
            throw new EntryNotFoundException("There is no role of this name");
        }
        return group;
    }

    private String valid(String user) throws EntryNotFoundException {
        if (!isValidUser(user)) {
            throw new EntryNotFoundException("This is no user name");
        }
        return user;
    }

    private static Result result(List<String> names) {
        Result result = new Result();
        result.setList(names);
        return result;
    }
}
