package ghtraffic.standin.appid;

import static java.nio.charset.StandardCharsets.UTF_8;

import ghtraffic.standin.http.Answer;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The authorization endpoint: a form for address and password, and codes for those who fill it in. */
final class SignInForm {

    /**
     * What a code stands for.
     *
     * @param nonce what the application sent along; empty for none
     * @param challenge the proof key's challenge; empty for none
     */
    record Grant(DirectoryUser user, String nonce, String challenge) {}

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><title>Stand-in for App ID</title></head><body><main>
            <h1>Sign in to the stand-in for App ID</h1>
            <p role="alert">%s</p>
            <form method="post">
            <p><label>Email <input name="username" autocomplete="username"></label></p>
            <p><label>Password <input name="password" type="password" autocomplete="current-password"></label></p>
            <p><button type="submit">Sign in</button></p>
            </form>
            </main></body></html>
            """;

    private final AppIdClient client;
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();

    SignInForm(AppIdClient client) {
        this.client = client;
    }

    /** Answers the form, unless the request is not the client's. */
    Answer show(Map<String, String> query) {
        return isOfClient(query)
                ? page(200, "")
                : page(400, "The application or its redirect address is not registered.");
    }

    /** Sends a user back to the application with a code. */
    Answer submit(Map<String, String> query, Map<String, String> form) {
        if (!isOfClient(query)) {
            return show(query);
        }
        Optional<DirectoryUser> user =
                DirectoryUser.of(form.getOrDefault("username", ""), form.getOrDefault("password", ""));
        if (user.isEmpty()) {
            return page(401, "The email or password that you entered is incorrect.");
        }
        String code = UUID.randomUUID().toString();
        codes.put(
                code, new Grant(user.get(), query.getOrDefault("nonce", ""), query.getOrDefault("code_challenge", "")));
        String state = URLEncoder.encode(query.getOrDefault("state", ""), UTF_8);
        return new Answer(302, Map.of("location", client.redirect() + "?code=" + code + "&state=" + state), "");
    }

    private boolean isOfClient(Map<String, String> query) {
        return "code".equals(query.get("response_type"))
                && client.id().equals(query.get("client_id"))
                && client.redirect().equals(query.get("redirect_uri"));
    }

    private static Answer page(int status, String message) {
        return new Answer(status, Map.of("content-type", "text/html; charset=utf-8"), PAGE.formatted(message));
    }

    /** Returns what the code stands for, once. */
    Optional<Grant> take(String code) {
        return Optional.ofNullable(codes.remove(code));
    }
}
