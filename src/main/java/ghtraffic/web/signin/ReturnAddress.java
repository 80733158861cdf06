package ghtraffic.web.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page that somebody asked for before he was signed in. It waits in a cookie.
 *
 * @param path path and query on this server, as the browser sent them
 */
public record ReturnAddress(String path) {

    private static final String COOKIE = "AskedPage";
    private static final String COOKIE_PATH = "/signed-in";

    private static final int LONGEST = 2_000;

    /** The page at hand; empty when it is too long to be kept. */
    public static Optional<ReturnAddress> of(HttpServletRequest request) {
        return of(request.getRequestURI(), request.getQueryString());
    }

    public static Optional<ReturnAddress> of(String path, @Nullable String query) {
        return ours(path + (query == null ? "" : "?" + query));
    }

    /** The page that waits; empty when none does. */
    static Optional<ReturnAddress> waiting(HttpServletRequest request) {
        return Cookies.value(request, COOKIE).flatMap(ReturnAddress::decoded);
    }

    static Optional<ReturnAddress> decoded(String cookie) {
        try {
            return ours(new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Two slashes, or one and a backslash, would lead to another server; a control character into the next header. */
    private static Optional<ReturnAddress> ours(String path) {
        return path.length() <= LONGEST && path.matches("/(?![/\\\\])[\\x21-\\x7e]*")
                ? Optional.of(new ReturnAddress(path))
                : Optional.empty();
    }

    public Cookie cookie() {
        return Cookies.of(
                COOKIE,
                COOKIE_PATH,
                Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes the page away from the browser. */
    static Cookie none() {
        return Cookies.none(COOKIE, COOKIE_PATH);
    }
}
