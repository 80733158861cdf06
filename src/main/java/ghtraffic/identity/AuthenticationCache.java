package ghtraffic.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Liberty's cache of signed-in users and their groups. Liberty drops an entry by itself only when its user sends no
 * request during {@code authCache timeout}. Clearing the cache makes a changed role reach the security groups with the
 * next request on this server.
 */
@ApplicationScoped
public class AuthenticationCache {

    private static final String NAME =
            "WebSphere:service=com.ibm.websphere.security.authentication.cache.DeleteAuthCache";

    /** Drops all entries. Liberty reads each user and their groups again at their next request. */
    public void clear() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(NAME), "removeAllEntries", new Object[0], new String[0]);
        } catch (JMException e) {
            System.getLogger(AuthenticationCache.class.getName())
                    .log(Level.WARNING, "Changed roles reach the security groups only when the cache forgets", e);
        }
    }
}
