package ghtraffic.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the IBM driver's messages acceptable to Derby. Derby ends the connection at any parameter that it does not
 * know, and newer drivers send some. Code points are those of the DRDA standard, volume 3.
 */
final class DriverRewriting implements DrdaRewriting {
    private static final int ACCSEC = 0x106d;
    private static final int SECTKN = 0x11dc;
    private static final int ENCALG = 0x1909;
    private static final int RDBNAM = 0x2110;
    private static final int ACCRDB = 0x2001;
    private static final int PRDID = 0x112e;
    private static final int PRPSQLSTT = 0x200d;
    private static final int RTNSQLDA = 0x2116;
    private static final int TYPSQLDA = 0x2146;
    private static final int SQLSTT = 0x2414;

    private static final Charset EBCDIC = Charset.forName("Cp037");
    /** The product id of a Derby client, at a level that supports all features. */
    private static final String DERBY_CLIENT = "DNC10010";

    private final List<DrdaMessage> held = new ArrayList<>();
    private boolean signInOffered;

    @Override
    public List<DrdaMessage> pass(DrdaMessage message) {
        int command = message.codePoint();
        if (command == PRPSQLSTT || !held.isEmpty()) {
            held.add(message);
            return awaitsStatement(command) ? List.of() : release();
        }
        if (command == ACCSEC) {
            return List.of(signInInClear(message));
        }
        return List.of(command == ACCRDB ? accessAsDerbyClient(message) : message);
    }

    /**
     * Returns whether the statement still follows. A statement of several segments (code point 0) also ends its
     * command.
     */
    private static boolean awaitsStatement(int command) {
        return command != SQLSTT && command != 0;
    }

    /**
     * Releases a held command with its statement. If a command asks to describe the result of a prepared MERGE, Derby
     * fails and closes the connection, also with its own client. Only the text of the statement, which follows the
     * command, shows that it is a MERGE, so the command is held back until then.
     */
    private List<DrdaMessage> release() {
        DrdaMessage statement = held.get(held.size() - 1);
        if (statement.text().strip().toLowerCase(Locale.ROOT).startsWith("merge")) {
            held.set(0, without(held.get(0), Set.of(RTNSQLDA, TYPSQLDA)));
        }
        List<DrdaMessage> released = List.copyOf(held);
        held.clear();
        return released;
    }

    /**
     * Removes the parameters of encrypted sign-in. The driver first offers an algorithm that Derby does not know.
     * When that is refused, it offers user and password in plain text, but still adds its public key, which Derby
     * does not accept. The second offer is in EBCDIC again, although Derby already uses UTF-8 and would not recognize
     * the name of the database.
     */
    private DrdaMessage signInInClear(DrdaMessage message) {
        boolean repeated = signInOffered;
        signInOffered = true;
        return without(message, Set.of(SECTKN, ENCALG))
                .rewritten((code, value) -> code == RDBNAM && repeated ? inUtf8(value) : value);
    }

    /** Replaces the product id, because Derby accepts only those that begin with DNC. */
    private static DrdaMessage accessAsDerbyClient(DrdaMessage message) {
        return message.rewritten((code, value) -> code == PRDID ? DERBY_CLIENT.getBytes(charsetOf(value)) : value);
    }

    private static byte[] inUtf8(byte[] value) {
        return new String(value, charsetOf(value)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the character set of a value. The driver uses EBCDIC until both sides have agreed on UTF-8. The high
     * bit of EBCDIC letters and digits is set.
     */
    private static Charset charsetOf(byte[] value) {
        for (byte letter : value) {
            if (letter < 0) {
                return EBCDIC;
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static DrdaMessage without(DrdaMessage message, Set<Integer> parameters) {
        return message.rewritten((code, value) -> parameters.contains(code) ? null : value);
    }
}
