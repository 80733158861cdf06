package ghtraffic.limits;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Writes one line to the server's log for each attempt that was refused for security reasons. All lines begin with the
 * word SECURITY, so that an operator can find them. No line holds a secret.
 */
public final class SecurityLog {

    private static final Logger LOG = System.getLogger(SecurityLog.class.getName());
    private static final int LONGEST = 200;

    private SecurityLog() {}

    /**
     * Writes a line.
     *
     * @param event what happened, in a few words
     * @param address the address of the caller
     * @param detail further facts; may come from the caller, so it is shortened and its control characters are replaced
     */
    public static void write(String event, String address, String detail) {
        LOG.log(Level.WARNING, "SECURITY {0} from {1}: {2}", event, plain(address), plain(detail));
    }

    static String plain(String text) {
        String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return shortened.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?");
    }
}
