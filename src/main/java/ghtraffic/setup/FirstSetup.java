package ghtraffic.setup;

import ghtraffic.audit.AuditLog;
import ghtraffic.identity.AuthenticationCache;
import ghtraffic.identity.EmailAddress;
import ghtraffic.identity.Role;
import ghtraffic.messages.Message;
import ghtraffic.secrets.Encryption;
import ghtraffic.secrets.Secret;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Makes the first user of an empty database its administrator and first tenant, as the first-run page of the Python
 * application did: user 100, tenant 100, roles 5 (1 admin + 4 tenant).
 */
@ApplicationScoped
public class FirstSetup {

    private static final Logger LOG = System.getLogger(FirstSetup.class.getName());
    private static final int FIRST_ID = 100;

    /** The outcome of an attempt. */
    public sealed interface Outcome {}

    /** The user is now administrator and manages the first tenant. */
    public record Completed() implements Outcome {}

    /** The setup code is wrong; nothing was stored. */
    public record WrongCode() implements Outcome {}

    /** There is already an administrator; nothing was stored. */
    public record AlreadyDone() implements Outcome {}

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private SetupCode code;

    @Inject
    private Encryption encryption;

    @Inject
    private AuditLog audit;

    @Inject
    private AuthenticationCache authenticationCache;

    void announce(@Observes @Priority(Interceptor.Priority.APPLICATION) Startup event) {
        if (isNeeded()) {
            LOG.log(
                    Level.WARNING,
                    "This server has no administrator yet. Sign in; the first set-up asks for the set-up code: {0}",
                    code.value());
        }
    }

    /** Returns whether the database has no administrator yet. */
    @Transactional
    public boolean isNeeded() {
        Number administrators =
                (Number) entities.createNativeQuery("select count(*) from adminroles where mod(role, 2) = 1")
                        .getSingleResult();
        return administrators.intValue() == 0;
    }

    /**
     * Stores the first user and the first tenant. When two attempts run at the same time, only one of them ends with
     * {@link Completed}, because both insert the same keys.
     *
     * @param email the signed-in user's address
     * @param name the name of the user and of the tenant, 1 to 100 characters
     * @param gitHubUser the GitHub user to whom the token belongs
     * @param token the GitHub token; it is stored encrypted
     * @param enteredCode the setup code that the user entered
     */
    @Transactional
    public Outcome complete(String email, String name, String gitHubUser, Secret token, String enteredCode) {
        if (!isNeeded()) {
            return new AlreadyDone();
        }
        if (!code.matches(enteredCode)) {
            return new WrongCode();
        }
        insert(
                "insert into adminusers (aid, auser, email) values (?1, ?2, ?3)",
                FIRST_ID,
                name,
                EmailAddress.normal(email));
        insert(
                "insert into tenants (tid, fname, email, ghuser, ghtoken) values (?1, ?2, ?3, ?4, ?5)",
                FIRST_ID,
                name,
                EmailAddress.normal(email),
                gitHubUser,
                encryption.encrypt(token));
        insert("insert into adminroles (aid, role) values (?1, ?2)", FIRST_ID, Role.ADMIN.bit() + Role.TENANT.bit());
        insert(
                "insert into admintenantreporoles (aid, tid, role) values (?1, ?2, ?3)",
                FIRST_ID,
                FIRST_ID,
                Role.TENANT.bit());
        audit.add(
                "server.set-up",
                Message.plain(EmailAddress.normal(email)),
                null,
                Message.of("said.audit.grant", Message.name(Role.ADMIN), FIRST_ID));
        authenticationCache.clear();
        LOG.log(Level.INFO, "First set-up: {0} is administrator now", email);
        return new Completed();
    }

    private void insert(String sql, Object... values) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
