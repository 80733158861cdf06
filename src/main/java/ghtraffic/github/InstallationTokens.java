package ghtraffic.github;

import ghtraffic.github.model.StrictJson;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gets and caches the tokens of GitHub Apps. A token is valid for one hour and is renewed five minutes before it
 * expires.
 */
@ApplicationScoped
public class InstallationTokens {

    private static final Duration EARLY = Duration.ofMinutes(5);

    private record Token(Credential credential, Instant given, Instant expires) {

        boolean isGood(Instant now) {
            return expires.minus(EARLY).isAfter(now) && !given.isAfter(now.plus(EARLY));
        }
    }

    /**
     * The key of the cache. It contains the host, because a token is valid only at the server that issued it and must
     * not be sent to another one.
     */
    private record Place(GitHubHost host, GitHubApp app) {}

    @Inject
    private GitHubCalls calls;

    @Inject
    private Clock clock;

    private final Map<Place, Token> tokens = new ConcurrentHashMap<>();

    /** Returns a token that is valid for at least five minutes, or GitHub's refusal. */
    public Answer<Credential> of(GitHubHost host, GitHubApp app) {
        Place place = new Place(host, app);
        Token known = tokens.get(place);
        Instant now = clock.instant();
        if (known != null && known.isGood(now)) {
            return new Answer.Fresh<>(known.credential());
        }
        GitHubRequest access = GitHubRequest.interactive(host, app.assertion(now));
        Answer<Token> token = calls.post(
                access,
                "/app/installations/" + app.installation() + "/access_tokens",
                body -> token(StrictJson.object(body), now));
        if (token instanceof Answer.Fresh<Token> fresh) {
            tokens.values().removeIf(one -> one.expires().isBefore(now));
            tokens.put(place, fresh.value());
        }
        if (token instanceof Answer.BadToken<Token> refused) {
            return new Answer.BadToken<>(Message.of("said.reason.gitHub.badApp", refused.reason()));
        }
        if (token instanceof Answer.NotFound<Token>) {
            return new Answer.NotFound<>(
                    Message.of("said.reason.gitHub.noInstallation", String.valueOf(app.installation())));
        }
        return token.map(Token::credential);
    }

    private static Token token(JsonObject json, Instant now) {
        return new Token(
                Credential.ofApp(json.getString("token"), readsTraffic(json.getJsonObject("permissions"))),
                now,
                StrictJson.instant(json, "expires_at"));
    }

    /**
     * Any level of the administration permission is enough. GitHub leaves out permissions that the installation does
     * not have.
     */
    private static @Nullable Boolean readsTraffic(@Nullable JsonObject permissions) {
        return permissions == null ? null : permissions.containsKey("administration");
    }
}
