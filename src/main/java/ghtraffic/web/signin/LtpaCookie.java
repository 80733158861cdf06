package ghtraffic.web.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The cookie by which Liberty recognizes a user who signed in ({@code webAppSecurity}, {@code ssoCookieName}). */
final class LtpaCookie {

    private static final String NAME = "LtpaToken2";

    private LtpaCookie() {}

    static Cookie of(String value) {
        return Cookies.of(NAME, "/", value);
    }

    static boolean isIn(HttpServletRequest request) {
        return Cookies.value(request, NAME).isPresent();
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        Cookies.remove(request, response, NAME, "/");
    }
}
