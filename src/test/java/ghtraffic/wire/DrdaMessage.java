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
 * One data stream structure (DSS) of DRDA: a header of six bytes (length, magic, flags, correlation), followed by an
 * object with a header of four bytes (length, code point). In commands and replies, the object is a list of
 * parameters, each also with length and code point. All numbers are big-endian, and all lengths include themselves.
 */
final class DrdaMessage {
    private static final int CONTENT = 10;
    private static final int LENGTH = 0x7fff;
    private static final int CONTINUED = 0x8000;

    private final byte[] bytes;

    private DrdaMessage(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads the next message with all its segments. Throws {@link EOFException} if the peer has closed the
     * connection.
     */
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

    /**
     * Returns the code point of the object; 0 if it has more than one segment, because such objects are never
     * rewritten.
     */
    int codePoint() {
        boolean whole = bytes.length >= CONTENT && number(0) == bytes.length && number(6) == bytes.length - 6;
        return whole ? number(8) : 0;
    }

    /**
     * Returns a copy with rewritten parameters.
     *
     * @param parameter returns the new value for the code point and the value of a parameter; null removes the
     *     parameter
     */
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
     * Returns the text of an SQLSTT; empty for anything longer than a segment. An SQLSTT has two nullable strings,
     * one of mixed and one of single bytes, and one of them is present. Each has a null indicator (0 = present), a
     * length of four bytes and its text in UTF-8.
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

    /** Returns the bytes after both headers. */
    byte[] content() {
        return Arrays.copyOfRange(bytes, CONTENT, bytes.length);
    }

    /** Returns a copy with other bytes after its headers. */
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
