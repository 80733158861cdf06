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

/**
 * The language of the current page: the one that the user chose, else the first supported language that the browser
 * asks for, else English.
 */
@Named
@RequestScoped
public class Language {

    /** The supported languages. The first one is the default. */
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** The cookie that stores the user's choice. */
    public static final String COOKIE = "__Host-Language";

    @Inject
    private HttpServletRequest request;

    private @Nullable Locale locale;

    /** Returns the language of the current page. */
    public Locale getLocale() {
        if (locale == null) {
            locale = chosen().or(this::asked).orElse(ALL.get(0));
        }
        return locale;
    }

    /** Returns the supported languages, for the language menu. */
    public List<Locale> getAll() {
        return ALL;
    }

    /** Returns the name of a language in that language. */
    public String name(Locale language) {
        return language.getDisplayLanguage(language);
    }

    /** Returns the supported language with this tag, such as {@code de}; empty if there is no such language. */
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

    /**
     * Checks the header first, because {@code getLocales} returns the server's own language when the browser asks for
     * none.
     */
    private Optional<Locale> asked() {
        return request.getHeader("Accept-Language") == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .flatMap(wanted -> of(wanted.getLanguage()).stream())
                        .findFirst();
    }
}
