package ghtraffic.server.registry;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets the application sign a user in whom it has authenticated itself, with {@code HttpServletRequest.login}. The
 * server loads this class once, for its registry and for the application, so a ticket never leaves the process.
 */
public final class SignInTickets {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, String> USERS = new ConcurrentHashMap<>();

    private SignInTickets() {}

    /** What one call does. */
    @FunctionalInterface
    public interface Login<E extends Exception> {

        /**
         * Signs the user in.
         *
         * @param ticket the password to use
         */
        void with(String ticket) throws E;
    }

    /** Issues a ticket for a user. It is valid during this call, and once. */
    public static <E extends Exception> void signIn(String user, Login<E> login) throws E {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        USERS.put(ticket, user);
        try {
            login.with(ticket);
        } finally {
            USERS.remove(ticket);
        }
    }

    /** Returns whether the ticket was issued for this user and not used yet. */
    static boolean redeem(String user, String ticket) {
        return USERS.remove(ticket, user);
    }
}
