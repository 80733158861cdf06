package ghtraffic.server.registry;

import com.ibm.websphere.security.auth.callback.WSCallbackHandlerImpl;
import com.ibm.wsspi.security.token.SingleSignonToken;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/**
 * Signs a user in to the server whom the application has authenticated itself. The server loads this class once, for
 * its registry and for the application, so the password of such a sign-in never leaves the process.
 *
 * <p>{@code HttpServletRequest.login} would do the same, but the application would have to hold the password.
 */
public final class ServerSignIn {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, String> USERS = new ConcurrentHashMap<>();

    private ServerSignIn() {}

    /**
     * Returns the value of the cookie {@code LtpaToken2} by which every server with the same keys recognizes the user.
     *
     * @throws LoginException if the server refuses the user, for instance because the database is not available
     */
    public static String cookieOf(String user) throws LoginException {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        USERS.put(password, user);
        try {
            LoginContext login = new LoginContext("WSLogin", new WSCallbackHandlerImpl(user, password));
            login.login();
            return login.getSubject().getPrivateCredentials(SingleSignonToken.class).stream()
                    .map(token -> Base64.getEncoder().encodeToString(token.getBytes()))
                    .findFirst()
                    .orElseThrow(() -> new LoginException("The server has made no token"));
        } finally {
            USERS.remove(password);
        }
    }

    /** Returns whether the password was drawn for this user, who is being signed in. It is valid once. */
    static boolean redeem(String user, String password) {
        return USERS.remove(password, user);
    }
}
