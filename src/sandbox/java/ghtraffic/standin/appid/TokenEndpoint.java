package ghtraffic.standin.appid;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ghtraffic.standin.http.Answer;
import ghtraffic.standin.http.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exchanges a code, or an address with its password, for tokens. */
final class TokenEndpoint {

    private final AppIdClient client;
    private final SignInForm signIns;
    private final Tokens tokens;

    TokenEndpoint(AppIdClient client, SignInForm signIns, Tokens tokens) {
        this.client = client;
        this.signIns = signIns;
        this.tokens = tokens;
    }

    /** Answers with tokens. Name and secret of the client count in the header only, not in the form. */
    Answer answer(@Nullable String authorization, Map<String, String> form) {
        if (!client.isAuthenticatedBy(authorization)) {
            return Answer.json(401, Json.object("error", "invalid_client"))
                    .with("www-authenticate", "Basic realm=\"App ID\"");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> ofCode(form);
            case "password" ->
                DirectoryUser.of(form.getOrDefault("username", ""), form.getOrDefault("password", ""))
                        .map(user -> tokens.issue(user, ""))
                        .orElseGet(TokenEndpoint::invalidGrant);
            default -> Answer.json(400, Json.object("error", "unsupported_grant_type"));
        };
    }

    private Answer ofCode(Map<String, String> form) {
        return signIns.take(form.getOrDefault("code", ""))
                .filter(grant -> client.redirect().equals(form.get("redirect_uri")))
                .filter(grant -> grant.challenge().isEmpty()
                        || grant.challenge().equals(challenge(form.getOrDefault("code_verifier", ""))))
                .map(grant -> tokens.issue(grant.user(), grant.nonce()))
                .orElseGet(TokenEndpoint::invalidGrant);
    }

    private static Answer invalidGrant() {
        return Answer.json(400, Json.object("error", "invalid_grant"));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
