package ghtraffic.database;

import java.nio.charset.StandardCharsets;

/** Cuts text to a length in bytes of UTF-8, the unit in which Db2 measures a {@code varchar}. */
public final class ByteLimit {

    private ByteLimit() {}

    /** Returns the text, or as much of its beginning as fits into this many bytes. It never cuts a character in two. */
    public static String cut(String text, int mostBytes) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= mostBytes) {
            return text;
        }
        int bytes = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x1_0000 ? 3 : 4;
            if (bytes > mostBytes) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }
}
