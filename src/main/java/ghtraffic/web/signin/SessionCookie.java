package ghtraffic.web.signin;

import ghtraffic.identity.sessions.BrowserSessions;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.OptionalInt;

/** By what a browser shows which session it is in. */
final class SessionCookie {

    private static final String NAME = "__Host-Session";
    private static final String PATH = "/";

    private SessionCookie() {}

    static Cookie of(String token) {
        return Cookies.of(NAME, PATH, token);
    }

    static Cookie none() {
        return Cookies.none(NAME, PATH);
    }

    static Optional<String> token(HttpServletRequest request) {
        return Cookies.value(request, NAME);
    }

    /** The number of the session that whoever is signed in shows; empty when nobody is, or shows none that goes on. */
    static OptionalInt session(HttpServletRequest request, BrowserSessions sessions) {
        Principal caller = request.getUserPrincipal();
        return caller == null
                ? OptionalInt.empty()
                : token(request)
                        .map(token -> sessions.recognise(token, caller.getName()))
                        .orElseGet(OptionalInt::empty);
    }
}
