package ghtraffic.web.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Keeps the ID token in the browser, for the sign-out only: the provider needs it as the hint of whom to sign out, and
 * Liberty drops it with its cache of signed-in users.
 */
final class IdTokenHintCookie {

    private static final String NAME = "SignInHint";
    private static final String PATH = "/sign-out";
    private static final int LONGEST_COOKIE = 3_800;

    private IdTokenHintCookie() {}

    /** Returns the cookie; empty if the token is too long for one. */
    static Optional<Cookie> of(String idToken) {
        return idToken.length() <= LONGEST_COOKIE ? Optional.of(Cookies.of(NAME, PATH, idToken)) : Optional.empty();
    }

    static Cookie none() {
        return Cookies.none(NAME, PATH);
    }

    static Optional<String> in(HttpServletRequest request) {
        return Cookies.value(request, NAME);
    }
}
