package ghtraffic.web.signin;

import ghtraffic.secrets.RandomToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a browser keeps in a cookie while its user is at GitHub. It needs no memory on the server, so any server can end
 * the sign-in that another one began.
 *
 * @param state binds the answer of GitHub to this browser
 * @param verifier binds the code of GitHub to this browser (PKCE, RFC 7636)
 */
record GitHubTrip(String state, String verifier) {

    private static final String COOKIE = "__Host-GitHubSignIn";
    private static final int SECONDS = 600;
    private static final String VALUE = "[\\w-]{43}\\.[\\w-]{43}";

    static GitHubTrip begin() {
        return new GitHubTrip(RandomToken.create(), RandomToken.create());
    }

    static Optional<GitHubTrip> of(HttpServletRequest request) {
        return Cookies.value(request, COOKIE)
                .filter(value -> value.matches(VALUE))
                .map(value -> new GitHubTrip(value.substring(0, 43), value.substring(44)));
    }

    Cookie cookie() {
        return Cookies.lasting(COOKIE, state + "." + verifier, SECONDS);
    }

    static void end(HttpServletRequest request, HttpServletResponse response) {
        Cookies.remove(request, response, COOKIE, "/");
    }

    boolean isAnsweredBy(@Nullable String other) {
        return other != null
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns no secret. */
    @Override
    public String toString() {
        return "GitHubTrip";
    }
}
