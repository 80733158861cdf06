package ghtraffic.standin.appid;

import ghtraffic.standin.http.Answer;
import ghtraffic.standin.http.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Issues access tokens and identity tokens with the claims that IBM documents, and answers who an access token is for. */
final class Tokens {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final String SCOPE =
            "openid appid_default appid_readprofile appid_readuserattr appid_writeuserattr appid_authenticated";
    private static final String SOURCE = "cloud_directory";

    private final String issuer;
    private final String tenant;
    private final String audience;
    private final TokenSigner signer;
    private final Clock clock;
    private final Map<String, DirectoryUser> accessTokens = new ConcurrentHashMap<>();

    Tokens(String issuer, String tenant, String audience, Clock clock) {
        this.issuer = issuer;
        this.tenant = tenant;
        this.audience = audience;
        this.signer = new TokenSigner("appId-" + tenant + "-" + clock.instant());
        this.clock = clock;
    }

    Answer publicKeys() {
        return Answer.json(signer.publicKeys());
    }

    /**
     * Answers with new tokens.
     *
     * @param nonce what the application sent along with the user; empty for none
     */
    Answer issue(DirectoryUser user, String nonce) {
        Map<String, Object> access = claims(user);
        access.put("scope", SCOPE);
        Map<String, Object> identity = claims(user);
        identity.put("email", user.email());
        identity.put("name", user.fullName());
        identity.put("identities", identities(user));
        if (!nonce.isEmpty()) {
            identity.put("nonce", nonce);
        }
        String accessToken = signer.sign(access);
        accessTokens.put(accessToken, user);
        return Answer.json(Json.object(
                        "access_token",
                        accessToken,
                        "id_token",
                        signer.sign(identity),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        LIFETIME.toSeconds(),
                        "scope",
                        SCOPE))
                .with("cache-control", "no-store");
    }

    /** Returns the claims that both tokens have. */
    private Map<String, Object> claims(DirectoryUser user) {
        long now = clock.instant().getEpochSecond();
        return new HashMap<>(Map.of(
                "iss",
                issuer,
                "aud",
                List.of(audience),
                "sub",
                user.subject(),
                "iat",
                now,
                "exp",
                now + LIFETIME.toSeconds(),
                "tenant",
                tenant,
                "amr",
                List.of(SOURCE),
                "email_verified",
                user.isVerified()));
    }

    private static List<Map<String, String>> identities(DirectoryUser user) {
        return List.of(Map.of("provider", SOURCE, "id", user.directoryId()));
    }

    /** Answers what is known of the user of an access token. */
    Answer userInfo(String authorization) {
        DirectoryUser user = accessTokens.get(authorization.replaceFirst("(?i)^Bearer ", ""));
        if (user == null) {
            return Answer.json(401, Json.object("error", "invalid_token"))
                    .with("www-authenticate", "Bearer error=\"invalid_token\"");
        }
        return Answer.json(Json.object(
                "sub", user.subject(),
                "name", user.fullName(),
                "email", user.email(),
                "identities", identities(user)));
    }
}
