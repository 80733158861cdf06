package ghtraffic.github;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * An installation of a GitHub App. Its text does not show the key.
 *
 * @param id the app's id or client id
 * @param installation the number of the installation
 * @param key the app's private key
 */
public record GitHubApp(String id, long installation, RSAPrivateKey key) {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);
    /** GitHub accepts at most 10 minutes, by its own clock. */
    private static final Duration LIFETIME = Duration.ofMinutes(8);

    /**
     * Creates the signed token (RS256) with which the app requests an installation token. It is valid from one minute
     * ago, because clocks differ, to eight minutes from now.
     */
    Credential assertion(Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(id)
                .issueTime(Date.from(now.minus(CLOCK_SKEW)))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The app's key cannot sign", e);
        }
        return new Credential(jwt.serialize());
    }

    @Override
    public String toString() {
        return "GitHubApp[" + id + ", " + installation + "]";
    }
}
