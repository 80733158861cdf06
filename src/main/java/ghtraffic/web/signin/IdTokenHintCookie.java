package ghtraffic.web.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The ID token, left with the browser for the sign-out alone: the provider wants it back as the hint of whom to sign out, and
 * Liberty forgets it with its cache of signed-in users.
 */
final class IdTokenHintCookie {

    private static final String NAME = "SignInHint";
    private static final String PATH = "/sign-out";
    private static final int LONGEST_COOKIE = 3_800;

    private IdTokenHintCookie() {}

    /** The cookie; empty when the token is too long for one. */
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
