package ghtraffic.standin.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import ghtraffic.standin.http.Call;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JSON Web Token with which an app authenticates. It is signed with RS256 and valid for at most ten minutes. */
record AppAssertion(Call call, RSAPublicKey key) {

    private static final Pattern BEARER = Pattern.compile("bearer\\s+(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ISSUERS = Set.of(GitHubApp.ID, GitHubApp.CLIENT_ID);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Returns what is wrong with the token, in GitHub's words; empty if it is valid. */
    Optional<String> complaint() {
        Optional<Map<String, Object>> claims = claims();
        if (claims.isEmpty()) {
            return Optional.of("A JSON web token could not be decoded");
        }
        long now = call.now().getEpochSecond();
        if (!(claims.get().get("exp") instanceof Number expiry) || expiry.longValue() <= now) {
            return Optional.of("'Expiration time' claim ('exp') must be a numeric value representing the future time"
                    + " at which the assertion expires");
        }
        if (expiry.longValue() > now + LONGEST.toSeconds()) {
            return Optional.of("'Expiration time' claim ('exp') is too far in the future");
        }
        if (!(claims.get().get("iat") instanceof Long issued) || issued > now) {
            return Optional.of("'Issued at' claim ('iat') must be an Integer representing the time that the assertion"
                    + " was issued");
        }
        return Optional.empty();
    }

    /** Returns the claims; empty if the signature is not the app's. */
    private Optional<Map<String, Object>> claims() {
        Matcher bearer = BEARER.matcher(call.header("authorization").orElse("").strip());
        try {
            JWSObject token = JWSObject.parse(bearer.matches() ? bearer.group(1) : "");
            boolean signed = token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                    && token.verify(new RSASSAVerifier(key));
            return Optional.ofNullable(token.getPayload().toJSONObject())
                    .filter(claims -> signed && ISSUERS.contains(String.valueOf(claims.get("iss"))));
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
