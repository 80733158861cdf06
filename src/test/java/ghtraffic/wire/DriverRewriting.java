package ghtraffic.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes what the IBM driver says acceptable to Derby. Derby ends the connection at any parameter that it does not know,
 * and the driver has learnt some since Derby was written. Code points are those of the DRDA standard, volume 3.
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
    /** Begins like Derby's own client, at a level that has all it can do. */
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

    /** A statement too long to be looked at (code point 0) is the last of its command too. */
    private static boolean awaitsStatement(int command) {
        return command != SQLSTT && command != 0;
    }

    /**
     * A prepared MERGE whose result is to be described kills the connection inside Derby, with Derby's own client too.
     * Only the statement's text, which follows the command, tells that it is one; so the command waits for it.
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
     * The driver offers an encrypted sign-in, whose algorithm Derby does not know, and when that is refused it offers
     * user and password in clear, to which its public key must not be added. It repeats itself in EBCDIC: Derby has gone
     * over to UTF-8 by then and would take the database's name for another.
     */
    private DrdaMessage signInInClear(DrdaMessage message) {
        boolean repeated = signInOffered;
        signInOffered = true;
        return without(message, Set.of(SECTKN, ENCALG))
                .rewritten((code, value) -> code == RDBNAM && repeated ? inUtf8(value) : value);
    }

    /** Derby admits only product ids that begin with DNC. */
    private static DrdaMessage accessAsDerbyClient(DrdaMessage message) {
        return message.rewritten((code, value) -> code == PRDID ? DERBY_CLIENT.getBytes(charsetOf(value)) : value);
    }

    private static byte[] inUtf8(byte[] value) {
        return new String(value, charsetOf(value)).getBytes(StandardCharsets.UTF_8);
    }

    /** The driver speaks EBCDIC until both sides have agreed on UTF-8; letters and digits of EBCDIC have their high bit. */
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
