package ghtraffic.identity;

import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;

/** Checks names that users enter. */
public final class NameRules {

    private NameRules() {}

    /**
     * Returns the text without surrounding space, after checking that it is a single line that is neither empty nor too
     * long.
     *
     * @param field the name of the field, for the message
     * @param most the maximum number of UTF-8 bytes, which is how the tables count
     * @throws IllegalArgumentException when the text is empty, too long, or not a single line
     */
    public static String line(String field, String text, int most) {
        String line = text.strip();
        if (line.isEmpty()) {
            throw new InvalidInput(field, Message.of("input.blank"));
        }
        if (line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > most) {
            throw new InvalidInput(field, Message.of("input.tooLong", most));
        }
        if (line.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput(field, Message.of("input.oneLine"));
        }
        return line;
    }
}
