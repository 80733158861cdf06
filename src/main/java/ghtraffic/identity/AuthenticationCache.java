package ghtraffic.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Liberty's cache of signed-in users and their groups. It forgets by itself whoever asks for nothing during {@code authCache
 * timeout}; clearing it lets a changed role reach the security groups at the next request on this server.
 */
@ApplicationScoped
public class AuthenticationCache {

    private static final String NAME =
            "WebSphere:service=com.ibm.websphere.security.authentication.cache.DeleteAuthCache";

    /** Forgets everybody; each is read anew at his next request. */
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
