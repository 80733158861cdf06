package ghtraffic.web.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** Cookies of ours: only over TLS, not for scripts, not sent along by other sites' forms. */
public final class Cookies {

    private Cookies() {}

    /** What the browser sent in a cookie; empty when it sent none of that name. */
    static Optional<String> value(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** One that is gone when the browser closes. */
    static Cookie of(String name, String path, String value) {
        return cookie(name, path, value, -1);
    }

    /** One of the whole host that lasts some seconds. */
    public static Cookie lasting(String name, String value, int seconds) {
        return cookie(name, "/", value, seconds);
    }

    /** Takes a cookie away from the browser. */
    static Cookie none(String name, String path) {
        return cookie(name, path, "", 0);
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
