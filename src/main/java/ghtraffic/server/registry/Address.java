package ghtraffic.server.registry;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a path and a query mean the same to everybody who reads them. */
final class Address {

    private static final int HEXADECIMAL = 16;
    private static final int ESCAPE = 3;
    private static final int BYTE = 0xff;
    private static final List<String> AMBIGUOUS = List.of("\\", "//", "/./", "/../");

    private Address() {}

    /**
     * Returns whether each escape is one, of valid UTF-8 and no control character, and whether the path leads only
     * downwards. Slashes, backslashes and dots that are escaped, empty segments and parameters of a segment are refused
     * too, because proxies and servers differ about them.
     */
    static boolean isClear(String path, @Nullable String query) {
        Optional<String> decoded = decoded(path);
        return decoded.isPresent()
                && path.startsWith("/")
                && !path.contains(";")
                && slashes(decoded.get()) == slashes(path)
                && AMBIGUOUS.stream().noneMatch(ended(decoded.get())::contains)
                && (query == null || decoded(query).isPresent());
    }

    /** Returns the path with a slash at its end, so that its last segment is like the others. */
    private static String ended(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    private static long slashes(String text) {
        return text.chars().filter(character -> character == '/').count();
    }

    /** Returns the text without its escapes; empty if it is malformed. */
    private static Optional<String> decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            int value = text.charAt(i);
            if (value == '%') {
                value = escaped(text, i);
                i += ESCAPE - 1;
            }
            if (value < ' ' || value == 0x7f) {
                return Optional.empty();
            }
            if (value <= BYTE) {
                bytes.write(value);
            } else {
                bytes.writeBytes(String.valueOf((char) value).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Returns the byte, or -1 if the escape is malformed. */
    private static int escaped(String text, int start) {
        if (start + ESCAPE > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(start + 1), HEXADECIMAL);
        int low = Character.digit(text.charAt(start + 2), HEXADECIMAL);
        return high < 0 || low < 0 ? -1 : high * HEXADECIMAL + low;
    }
}
