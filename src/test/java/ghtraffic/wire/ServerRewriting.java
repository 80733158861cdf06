package ghtraffic.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Makes Derby's messages acceptable to the IBM driver. Code points are those of the DRDA standard, volume 3. */
final class ServerRewriting implements DrdaRewriting {
    private static final int ACCSECRD = 0x14ac;
    private static final int SECMEC = 0x11a2;
    private static final byte USER_AND_PASSWORD = 3;
    private static final int SQLCARD = 0x2408;
    private static final int SQLDARD = 0x2411;
    /** The beginning of both contents after a success: null indicator, SQLCODE of four bytes, SQLSTATE. */
    private static final byte[] DERBYS_SUCCESS = successWith("     ");

    private static final byte[] DB2S_SUCCESS = successWith("00000");

    @Override
    public List<DrdaMessage> pass(DrdaMessage message) {
        return List.of(
                switch (message.codePoint()) {
                    case ACCSECRD -> withOneMechanism(message);
                    case SQLCARD, SQLDARD -> withoutBlankState(message);
                    default -> message;
                });
    }

    /**
     * Leaves only the sign-in with user and password in plain text. If the driver offers an encrypted sign-in, Derby
     * refuses it and lists all mechanisms that it supports, but the driver understands only one.
     */
    private static DrdaMessage withOneMechanism(DrdaMessage message) {
        return message.rewritten(
                (code, value) -> code == SECMEC && value[value.length - 1] != USER_AND_PASSWORD ? null : value);
    }

    /** Sets the SQLSTATE of a success to 00000, because the driver reports a success with a blank one as a warning. */
    private static DrdaMessage withoutBlankState(DrdaMessage message) {
        byte[] content = message.content();
        int length = DERBYS_SUCCESS.length;
        if (content.length < length || !Arrays.equals(content, 0, length, DERBYS_SUCCESS, 0, length)) {
            return message;
        }
        System.arraycopy(DB2S_SUCCESS, 0, content, 0, length);
        return message.withContent(content);
    }

    private static byte[] successWith(String state) {
        return ("\0".repeat(5) + state).getBytes(StandardCharsets.US_ASCII);
    }
}
