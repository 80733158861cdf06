package ghtraffic.identity;

import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;

/** Checks of what people enter as names. */
public final class NameRules {

    private NameRules() {}

    /**
     * A name of one line, without space around it.
     *
     * @param field the field's name, for the message
     * @param most how many bytes of UTF-8 it may have, as the tables count
     * @throws IllegalArgumentException when it is empty, too long or no single line of text
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
