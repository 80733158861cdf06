package ghtraffic.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The language of the page at hand: the one that was chosen, else the first that the browser asks for and that there is. */
@Named
@RequestScoped
public class Language {

    /** All that there are; the first is that of people who ask for none of them. */
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** Remembers what was chosen. */
    public static final String COOKIE = "__Host-Language";

    @Inject
    private HttpServletRequest request;

    private @Nullable Locale locale;

    /** The language. */
    public Locale getLocale() {
        if (locale == null) {
            locale = chosen().or(this::asked).orElse(ALL.get(0));
        }
        return locale;
    }

    /** All languages, for the choice. */
    public List<Locale> getAll() {
        return ALL;
    }

    /** What a language calls itself. */
    public String name(Locale language) {
        return language.getDisplayLanguage(language);
    }

    /** The language of this tag, such as {@code de}; empty when there is none. */
    public static Optional<Locale> of(@Nullable String tag) {
        return ALL.stream().filter(one -> one.toLanguageTag().equals(tag)).findFirst();
    }

    private Optional<Locale> chosen() {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(Language::of);
    }

    /** The container answers its own language where the browser asks for none. */
    private Optional<Locale> asked() {
        return request.getHeader("Accept-Language") == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .flatMap(wanted -> of(wanted.getLanguage()).stream())
                        .findFirst();
    }
}
