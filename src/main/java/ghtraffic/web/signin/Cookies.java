package ghtraffic.web.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;

/** Creates the application's cookies: for TLS only, hidden from scripts, and not sent with forms of other sites. */
public final class Cookies {

    private Cookies() {}

    /** Returns the value of a cookie; empty if the browser sent no such cookie. */
    static Optional<String> value(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Creates a cookie that lasts until the browser closes. */
    static Cookie of(String name, String path, String value) {
        return cookie(name, path, value, -1);
    }

    /** Creates a cookie for the whole host that lasts this many seconds. */
    public static Cookie lasting(String name, String value, int seconds) {
        return cookie(name, "/", value, seconds);
    }

    /** Removes a cookie from the browser if the browser sent it. */
    static void remove(HttpServletRequest request, HttpServletResponse response, String name, String path) {
        if (value(request, name).isPresent()) {
            response.addCookie(cookie(name, path, "", 0));
        }
    }

    private static Cookie cookie(String name, String path, String value, int maxAge) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(path);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(maxAge);
        return cookie;
    }
}
