package ghtraffic.messages;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Words for people before it is known who reads them: a page says them in its language, the API and the log in English.
 *
 * @param key of the text in the bundles
 * @param arguments what the text tells of, in the order of its places: messages, days, times, numbers, or texts as they are;
 *     several in one place stand with commas
 */
public record Message(String key, List<Object> arguments) {

    private static final String SAID = "said";

    /** Keeps a copy. */
    public Message {
        arguments = List.copyOf(arguments);
    }

    /** A message. */
    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** The English of a message, for what is kept or sent as text; {@link Wording#said} says it in another language. */
    public static String inEnglish(String key, Object... arguments) {
        return of(key, arguments).english();
    }

    /** What the server itself said in English before, as {@link Wording#said} recognises it, which says what the words mean. */
    public static Message said(String about, String english) {
        return new Message(SAID, List.of(about, english));
    }

    /** The name of a constant, whose key is the names of its class and its own. */
    public static Message name(Enum<?> constant) {
        return of(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** In a language of {@link Language#ALL}. */
    public String in(Locale language) {
        if (key.equals(SAID)) {
            return StoredSentences.about(arguments.get(0).toString())
                    .in(language, arguments.get(1).toString());
        }
        String text = Bundle.text(key, language);
        return text.contains("{")
                ? new MessageFormat(text, language)
                        .format(arguments.stream()
                                .map(argument -> shown(argument, language))
                                .toArray())
                : text;
    }

    /** For the API and the log. */
    public String english() {
        return in(Locale.ENGLISH);
    }

    private static Object shown(Object argument, Locale language) {
        if (argument instanceof Message message) {
            return message.in(language);
        } else if (argument instanceof Collection<?> several) {
            return several.stream()
                    .map(one -> String.valueOf(shown(one, language)))
                    .collect(Collectors.joining(", "));
        } else if (argument instanceof LocalDate day) {
            return formatter("form.day", language).format(day);
        } else if (argument instanceof Instant time) {
            return formatter("form.time", language).format(time);
        }
        return argument;
    }

    /** The form in which a language writes days or times, of UTC. */
    static DateTimeFormatter formatter(String form, Locale language) {
        return DateTimeFormatter.ofPattern(Bundle.text(form, language), language)
                .withZone(ZoneOffset.UTC);
    }

    /** In English. */
    @Override
    public String toString() {
        return english();
    }
}
