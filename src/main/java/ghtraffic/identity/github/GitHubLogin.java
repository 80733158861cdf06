package ghtraffic.identity.github;

import ghtraffic.limits.BoundedBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The authorization code flow of GitHub's OAuth apps, with a proof key (PKCE). The access token is used for two
 * requests and then forgotten.
 */
@ApplicationScoped
public class GitHubLogin {

    /** The path that GitHub sends browsers back to. */
    public static final String RETURN_PATH = "/signed-in/github";

    private static final String SCOPE = "read:user user:email";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 64 * 1024;

    @Inject
    @ConfigProperty(name = "GITHUB_LOGIN_SERVER", defaultValue = "https://github.com")
    private String address;

    @Inject
    @ConfigProperty(name = "GITHUB_LOGIN_CLIENT_ID")
    private Optional<String> clientId = Optional.empty();

    @Inject
    @ConfigProperty(name = "GITHUB_LOGIN_CLIENT_SECRET")
    private Optional<String> clientSecret = Optional.empty();

    @Inject
    @ConfigProperty(name = "FULL_HOSTNAME")
    private String ownAddress;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Signals that GitHub does not accept the code. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Returns the address at GitHub where the user decides.
     *
     * @param state a random text that comes back with the user
     * @param challenge the SHA-256 of the verifier, in URL-safe base64
     */
    public URI authorization(String state, String challenge) {
        return URI.create(server().authorization() + "?"
                + LoginServer.form(Map.of(
                        "client_id",
                        clientId.orElse(""),
                        "redirect_uri",
                        returnAddress(),
                        "scope",
                        SCOPE,
                        "state",
                        state,
                        "code_challenge",
                        challenge,
                        "code_challenge_method",
                        "S256")));
    }

    /**
     * Asks GitHub whose code this is. No thread waits for the answer.
     *
     * @param code the code that the browser brought from GitHub
     * @param verifier the text whose challenge the browser took to GitHub
     * @return completes within about ten seconds, and never exceptionally
     */
    public CompletionStage<GitHubAnswer> account(String code, String verifier) {
        HttpRequest exchange = request(server().token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(LoginServer.form(Map.of(
                        "client_id", clientId.orElse(""),
                        "client_secret", clientSecret.orElse(""),
                        "code", code,
                        "redirect_uri", returnAddress(),
                        "code_verifier", verifier))))
                .build();
        return send(exchange)
                .thenCompose(answer -> account(token(answer)))
                .orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(this::failed);
    }

    private CompletableFuture<GitHubAnswer> account(String token) {
        CompletableFuture<JsonStructure> user = get("/user", token);
        CompletableFuture<JsonStructure> emails = get("/user/emails", token);
        return user.thenCombine(emails, (one, all) -> account(one.asJsonObject(), all.asJsonArray()));
    }

    private CompletableFuture<JsonStructure> get(String path, String token) {
        return send(request(server().api(path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header("User-Agent", "github-traffic-analytics");
    }

    private CompletableFuture<JsonStructure> send(HttpRequest request) {
        Supplier<IOException> tooLarge = () -> new IOException("more than " + MOST_BYTES + " bytes");
        return client.sendAsync(request, info -> new BoundedBody(MOST_BYTES, tooLarge))
                .thenApply(response -> {
                    if (response.statusCode() != 200) {
                        throw new IllegalStateException(request.uri().getPath() + " answers " + response.statusCode());
                    }
                    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
                        return reader.read();
                    }
                });
    }

    /** GitHub answers 200 also when it refuses. */
    private static String token(JsonStructure answer) {
        String token = answer.asJsonObject().getString("access_token", "");
        if (token.isEmpty()) {
            throw new RefusedException();
        }
        return token;
    }

    /** Only the primary address counts, and only if GitHub has verified it. */
    static GitHubAnswer account(JsonObject user, JsonArray emails) {
        @Nullable
        String email = emails.stream()
                .map(JsonValue::asJsonObject)
                .filter(one -> one.getBoolean("primary", false) && one.getBoolean("verified", false))
                .map(one -> one.getString("email"))
                .findFirst()
                .orElse(null);
        return new GitHubAnswer.Account(user.getJsonNumber("id").longValueExact(), user.getString("login"), email);
    }

    private GitHubAnswer failed(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof RefusedException) {
            return new GitHubAnswer.Refused();
        }
        // A JSON error could quote the answer, which may hold a token.
        System.getLogger(GitHubLogin.class.getName())
                .log(
                        Level.WARNING,
                        "Signing in with GitHub failed, {0} does not answer as expected: {1}",
                        server().name(),
                        cause instanceof JsonException ? "no JSON" : String.valueOf(cause));
        return new GitHubAnswer.Silent();
    }

    private LoginServer server() {
        return new LoginServer(address);
    }

    /** Returns the name of the server, for instance {@code github.com}. */
    public String serverName() {
        return server().name();
    }

    private String returnAddress() {
        return ownAddress.strip().replaceAll("/+$", "") + RETURN_PATH;
    }
}
