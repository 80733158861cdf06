package ghtraffic.web.signin;

import ghtraffic.identity.sessions.BrowserSessions;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.OptionalInt;

/** The cookie that identifies the browser's session. */
final class SessionCookie {

    private static final String NAME = "__Host-Session";
    private static final String PATH = "/";

    private SessionCookie() {}

    static Cookie of(String token) {
        return Cookies.of(NAME, PATH, token);
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        Cookies.remove(request, response, NAME, PATH);
    }

    static Optional<String> token(HttpServletRequest request) {
        return Cookies.value(request, NAME);
    }

    /** Returns the id of the signed-in user's session; empty if nobody is signed in or the session has ended. */
    static OptionalInt session(HttpServletRequest request, BrowserSessions sessions) {
        Principal caller = request.getUserPrincipal();
        return caller == null
                ? OptionalInt.empty()
                : token(request)
                        .map(token -> sessions.find(token, caller.getName()))
                        .orElseGet(OptionalInt::empty);
    }
}
