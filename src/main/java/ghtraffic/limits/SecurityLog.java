package ghtraffic.limits;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * One line of the server's log for each attempt that was refused for the sake of security. All begin with the word SECURITY, so
 * that an operator finds them. No line holds a secret.
 */
public final class SecurityLog {

    private static final Logger LOG = System.getLogger(SecurityLog.class.getName());
    private static final int LONGEST = 200;

    private SecurityLog() {}

    /**
     * Writes a line.
     *
     * @param event what happened, in a few words
     * @param address where it came from
     * @param detail what else is known; may come from the caller, so it is shortened and cannot begin a line of its own
     */
    public static void write(String event, String address, String detail) {
        LOG.log(Level.WARNING, "SECURITY {0} from {1}: {2}", event, plain(address), plain(detail));
    }

    static String plain(String text) {
        String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return shortened.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?");
    }
}
