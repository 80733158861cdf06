package ghtraffic.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says messages, names, days and times in the language of the page. Texts without arguments are the pages' {@code text}. */
@Named("say")
@RequestScoped
public class Wording {

    private static final String PLACE = "{0}";

    @Inject
    private Language language;

    /** A text that tells of one thing; an expression of a page knows no longer list of arguments of any length. */
    public String of(String key, Object one) {
        return Message.of(key, one).in(locale());
    }

    /** A text that tells of two things. */
    public String of(String key, Object one, Object two) {
        return Message.of(key, one, two).in(locale());
    }

    /** A text that tells of three things. */
    public String of(String key, Object one, Object two, Object three) {
        return Message.of(key, one, two, three).in(locale());
    }

    /** What a text says before the one thing that the page itself puts into it, as a link. */
    public String before(String key) {
        String text = plain(key);
        return text.substring(0, Math.max(0, text.indexOf(PLACE)));
    }

    /** What it says after that. */
    public String after(String key) {
        String text = plain(key);
        return text.substring(text.indexOf(PLACE) + PLACE.length());
    }

    private String plain(String key) {
        return Bundle.text(key, locale()).replace("''", "'");
    }

    /** A message; nothing for none. */
    public String message(@Nullable Message message) {
        return message == null ? "" : message.in(locale());
    }

    /** The name of a constant. */
    public String name(Enum<?> constant) {
        return Message.name(constant).in(locale());
    }

    /** The names of several constants, with commas. */
    public String names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /**
     * What the server itself said in English, as the tables keep it. What it does not recognise, it leaves as it is.
     *
     * @param about which of the texts it can be, as words with blanks between them: those whose keys begin with {@code said.}
     *     and one of the words, and the names of the constants of an enum that is called so
     */
    public String said(String about, @Nullable String english) {
        return english == null ? "" : StoredSentences.about(about).in(locale(), english);
    }

    /** What an action of the audit log is called; one that has no name stays as it is. */
    public String deed(String action) {
        String key = "audit." + action;
        return Bundle.in(locale()).containsKey(key) ? Bundle.text(key, locale()) : action;
    }

    /** The name of a constant as it stands in other words. */
    public String form(Enum<?> constant, String form) {
        return Bundle.text(Message.name(constant).key() + "." + form, locale());
    }

    /** A UTC day; nothing for none. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : Message.formatter("form.day", locale()).format(day);
    }

    /** The month that begins on a day. */
    public String month(LocalDate first) {
        return Message.formatter("form.month", locale()).format(first);
    }

    /** The UTC day of a time. */
    public String date(Instant time) {
        return day(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }

    /** A time to the minute, in UTC; nothing for none. */
    public String minute(@Nullable Instant time) {
        return time == null ? "" : Message.formatter("form.minute", locale()).format(time);
    }

    /** A time to the second, in UTC; nothing for none. */
    public String second(@Nullable Instant time) {
        return time == null ? "" : Message.formatter("form.second", locale()).format(time);
    }

    /** All texts whose keys begin with a word and a dot, as JSON for a script, by the rest of the key. */
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
