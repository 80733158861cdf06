package ghtraffic.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Formats messages, names, days and times in the language of the current page. Texts without arguments are in
 * {@code text}.
 */
@Named("say")
@RequestScoped
public class Wording {

    private static final String PLACE = "{0}";

    @Inject
    private Language language;

    /**
     * Returns a text with one argument. The overloads exist because expressions of pages cannot call methods with
     * varargs.
     */
    public String of(String key, Object one) {
        return Message.of(key, one).in(locale());
    }

    /** Returns a text with two arguments. */
    public String of(String key, Object one, Object two) {
        return Message.of(key, one, two).in(locale());
    }

    /** Returns a text with three arguments. */
    public String of(String key, Object one, Object two, Object three) {
        return Message.of(key, one, two, three).in(locale());
    }

    /** Returns the part of a text before its placeholder, which the page fills itself, for instance with a link. */
    public String before(String key) {
        String text = plain(key);
        return text.substring(0, Math.max(0, text.indexOf(PLACE)));
    }

    /** Returns the part of a text after its placeholder. */
    public String after(String key) {
        String text = plain(key);
        return text.substring(text.indexOf(PLACE) + PLACE.length());
    }

    private String plain(String key) {
        return Bundle.text(key, locale()).replace("''", "'");
    }

    /** Returns a message in the page's language; null becomes an empty text. */
    public String message(@Nullable Message message) {
        return message == null ? "" : message.in(locale());
    }

    /** Returns the address that a message tells users to open; null if it has none. */
    public @Nullable String link(@Nullable Message message) {
        return message == null ? null : message.link().map(URI::toString).orElse(null);
    }

    /** Returns the name of an enum constant. */
    public String name(Enum<?> constant) {
        return Message.name(constant).in(locale());
    }

    /** Returns the names of several enum constants, separated by commas. */
    public String names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** Returns the name of an action of the audit log. An action without a name is returned as it is. */
    public String deed(String action) {
        String key = "audit." + action;
        return Bundle.in(locale()).containsKey(key) ? Bundle.text(key, locale()) : action;
    }

    /** Returns another form of a constant's name, whose key ends with a dot and this form. */
    public String form(Enum<?> constant, String form) {
        return Bundle.text(Message.name(constant).key() + "." + form, locale());
    }

    /** Formats a UTC day; null becomes an empty text. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : Message.formatter("form.day", locale()).format(day);
    }

    /** Formats the month that begins on this day. */
    public String month(LocalDate first) {
        return Message.formatter("form.month", locale()).format(first);
    }

    /** Formats the UTC day of a time. */
    public String date(Instant time) {
        return day(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }

    /** Formats a time to the minute, in UTC; null becomes an empty text. */
    public String minute(@Nullable Instant time) {
        return time == null ? "" : Message.formatter("form.minute", locale()).format(time);
    }

    /** Formats a time to the second, in UTC; null becomes an empty text. */
    public String second(@Nullable Instant time) {
        return time == null ? "" : Message.formatter("form.second", locale()).format(time);
    }

    /**
     * Returns all texts whose keys begin with this word and a dot, as a JSON object for a script. Its names are the
     * rest of the keys.
     */
    public String script(String word) {
        String beginning = word + ".";
        ResourceBundle texts = Bundle.in(locale());
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (String key : Collections.list(texts.getKeys())) {
            if (key.startsWith(beginning)) {
                json.add(key.substring(beginning.length()), plain(key));
            }
        }
        return json.build().toString();
    }

    private Locale locale() {
        return language.getLocale();
    }
}
