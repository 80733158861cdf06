package ghtraffic.messages;

import java.net.URI;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text for users whose language is not known yet. A page shows it in its own language; the API and the log use
 * English.
 *
 * @param key the key of the text in the bundles
 * @param arguments the values of the text's placeholders, in their order: messages, days, times, numbers, addresses
 *     or plain texts; a collection becomes a list with commas
 */
public record Message(String key, List<Object> arguments) {

    private static final String SAID = "said";
    private static final String PLAIN = "plain";

    /** Copies the arguments. */
    public Message {
        arguments = List.copyOf(arguments);
    }

    /** Creates a message from a key and its arguments. */
    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** A text that is the same in every language, such as a name or what somebody wrote. */
    public static Message plain(String text) {
        return of(PLAIN, text);
    }

    /** Several messages with commas. */
    public static Message listed(Collection<Message> several) {
        return of(PLAIN, List.copyOf(several));
    }

    /**
     * An English sentence that an earlier version stored. {@link #in} recognises it by the texts of the bundle.
     *
     * @param about which of the texts it can be, as words with blanks between them: those whose keys begin with {@code said.}
     *     and one of the words, and the names of the constants of an enum that is called so
     */
    public static Message said(String about, String english) {
        return new Message(SAID, List.of(about, english));
    }

    /**
     * Creates the message that names an enum constant. Its key is the simple name of the enum, a dot and the constant's
     * name.
     */
    public static Message name(Enum<?> constant) {
        return of(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** Returns the text in one of the languages of {@link Language#ALL}. */
    public String in(Locale language) {
        if (isSaid()) {
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

    /** Whether it is a text and nothing else. */
    public boolean isPlain() {
        return key.equals(PLAIN) && arguments.get(0) instanceof String;
    }

    /** Whether only its English is known. */
    boolean isSaid() {
        return key.equals(SAID);
    }

    /** Returns the English text, for the API and the log. */
    public String english() {
        return in(Locale.ENGLISH);
    }

    /** Returns the first address that the message tells users to open, if it has one. */
    public Optional<URI> link() {
        return links(arguments).findFirst();
    }

    private static Stream<URI> links(Collection<?> values) {
        return values.stream()
                .flatMap(value -> value instanceof URI link
                        ? Stream.of(link)
                        : value instanceof Message message
                                ? links(message.arguments())
                                : value instanceof Collection<?> several ? links(several) : Stream.empty());
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

    /** Returns the format in which a language writes days or times. Times are in UTC. */
    static DateTimeFormatter formatter(String form, Locale language) {
        return DateTimeFormatter.ofPattern(Bundle.text(form, language), language)
                .withZone(ZoneOffset.UTC);
    }

    /** Returns the English text. */
    @Override
    public String toString() {
        return english();
    }
}
