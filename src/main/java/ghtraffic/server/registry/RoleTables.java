package ghtraffic.server.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Reads the roles of a subject of the identity provider from the tables {@code adminroles} and
 * {@code admintenantreporoles}, by the verified email address of the subject's last sign-in.
 */
final class RoleTables {

    private static final String ROLES_OF_SUBJECT = """
            select v."DESC" from adminrolevalues v where exists (
              select 1 from identities i join adminusers u on lower(u.email) = i.email join adminroles r on r.aid = u.aid
              where i.subject = ? and i.verified = 1 and u.disabled = 0 and mod(r.role / v.role, 2) = 1)
            or exists (
              select 1 from identities i join adminusers u on lower(u.email) = i.email
              join admintenantreporoles g on g.aid = u.aid
              where i.subject = ? and i.verified = 1 and u.disabled = 0 and mod(g.role / v.role, 2) = 1)
            """;

    private static final String ALL_ROLES = "select \"DESC\" from adminrolevalues";

    /** Returns the names of the subject's roles, global ones and those for single tenants or repositories. */
    List<String> rolesOf(String subject) throws SQLException {
        return names(ROLES_OF_SUBJECT, subject, subject);
    }

    /** Returns the names of all roles. */
    List<String> all() throws SQLException {
        return names(ALL_ROLES);
    }

    private static List<String> names(String sql, String... parameters) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    @SuppressWarnings("BanJNDI") // The name is a constant, and there is no injection outside the application.
    private static DataSource dataSource() throws SQLException {
        try {
            return (DataSource) new InitialContext().lookup("jdbc/traffic");
        } catch (NamingException e) {
            throw new SQLException("The data source jdbc/traffic is not there", e);
        }
    }
}
