package ghtraffic.web.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/** The cookie by which Liberty knows again whom the provider has sent ({@code webAppSecurity}, {@code ssoCookieName}). */
final class ServerCookie {

    private static final String NAME = "LtpaToken2";

    private ServerCookie() {}

    static boolean isIn(HttpServletRequest request) {
        return Cookies.value(request, NAME).isPresent();
    }

    static Cookie none() {
        return Cookies.none(NAME, "/");
    }
}
