package ghtraffic.web.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page that a user asked for before they signed in. It is kept in a cookie.
 *
 * @param path path and query on this server, as the browser sent them
 */
public record ReturnAddress(String path) {

    private static final String COOKIE = "AskedPage";
    private static final String COOKIE_PATH = "/signed-in";

    private static final int LONGEST = 2_000;

    /** Returns the address of the current page; empty if it is too long to keep. */
    public static Optional<ReturnAddress> of(HttpServletRequest request) {
        return of(request.getRequestURI(), request.getQueryString());
    }

    /** Returns the address of this path and query; empty if it is too long or leads to another server. */
    public static Optional<ReturnAddress> of(String path, @Nullable String query) {
        return ours(path + (query == null ? "" : "?" + query));
    }

    /** Returns the address from the cookie; empty without a cookie. */
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

    /**
     * Accepts only paths of this server: two slashes, or a slash and a backslash, would lead to another server, and a
     * control character could start another header.
     */
    private static Optional<ReturnAddress> ours(String path) {
        return path.length() <= LONGEST && path.matches("/(?![/\\\\])[\\x21-\\x7e]*")
                ? Optional.of(new ReturnAddress(path))
                : Optional.empty();
    }

    /** Returns the cookie that keeps the address until the browser closes. */
    public Cookie cookie() {
        return Cookies.of(
                COOKIE,
                COOKIE_PATH,
                Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8)));
    }

    /** Removes the address from the browser. */
    static void remove(HttpServletRequest request, HttpServletResponse response) {
        Cookies.remove(request, response, COOKIE, COOKIE_PATH);
    }
}
