package ghtraffic.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One data stream structure (DSS) of DRDA: a header of six bytes (length, magic, flags, correlation) and then an object
 * with a header of four (length, code point). In commands and replies the object is a list of parameters, each again
 * with length and code point. All numbers are big-endian, all lengths include themselves.
 */
final class DrdaMessage {
    private static final int CONTENT = 10;
    private static final int LENGTH = 0x7fff;
    private static final int CONTINUED = 0x8000;

    private final byte[] bytes;

    private DrdaMessage(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads the next message with all its segments; throws {@link EOFException} when the peer has gone. */
    static DrdaMessage read(DataInputStream in) throws IOException {
        ByteArrayOutputStream segments = new ByteArrayOutputStream();
        int header;
        do {
            header = in.readUnsignedShort();
            byte[] segment = new byte[(header & LENGTH) - 2];
            in.readFully(segment);
            segments.write(header >> 8);
            segments.write(header);
            segments.writeBytes(segment);
        } while ((header & CONTINUED) != 0);
        return new DrdaMessage(segments.toByteArray());
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /** The code point of the object, 0 where it is more than one segment long and so never rewritten. */
    int codePoint() {
        boolean whole = bytes.length >= CONTENT && number(0) == bytes.length && number(6) == bytes.length - 6;
        return whole ? number(8) : 0;
    }

    /** This message with the value of each parameter as the function answers, left out where it answers null. */
    DrdaMessage rewritten(BiFunction<Integer, byte[], byte @Nullable []> parameter) {
        ByteArrayOutputStream parameters = new ByteArrayOutputStream();
        int next;
        for (int at = CONTENT; at < bytes.length; at = next) {
            next = at + number(at);
            int code = number(at + 2);
            byte[] value = parameter.apply(code, Arrays.copyOfRange(bytes, at + 4, next));
            if (value != null) {
                parameters.writeBytes(ByteBuffer.allocate(4)
                        .putShort((short) (value.length + 4))
                        .putShort((short) code)
                        .array());
                parameters.writeBytes(value);
            }
        }
        return withContent(parameters.toByteArray());
    }

    /**
     * The text of an SQLSTT, empty for anything longer than a segment: two nullable strings, of mixed and of single
     * bytes, of which one is there. Each is a null indicator (0 = present), a length of four bytes and UTF-8.
     */
    String text() {
        if (codePoint() == 0) {
            return "";
        }
        ByteBuffer content = ByteBuffer.wrap(content());
        while (content.remaining() > 4) {
            if (content.get() == 0) {
                byte[] text = new byte[Math.min(content.getInt(), content.remaining())];
                content.get(text);
                return new String(text, StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    /** What follows both headers. */
    byte[] content() {
        return Arrays.copyOfRange(bytes, CONTENT, bytes.length);
    }

    /** This message with something else after its headers. */
    DrdaMessage withContent(byte[] content) {
        int length = CONTENT + content.length;
        return new DrdaMessage(ByteBuffer.allocate(length)
                .put(bytes, 0, CONTENT)
                .put(content)
                .putShort(0, (short) length)
                .putShort(6, (short) (length - 6))
                .array());
    }

    private int number(int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }
}
