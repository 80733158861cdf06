package ghtraffic.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import ghtraffic.identity.SignInProviders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.text.ParseException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Verifies the provider's JSON Web Tokens with the keys that it has at present. Liberty verifies them too, but never
 * forgets a key that was removed and does not tell what is wrong.
 */
@ApplicationScoped
public class ProviderTokens {

    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);

    @Inject
    private ProviderKeys keys;

    @Inject
    @ConfigProperty(name = "APPID_AUDIENCE")
    private List<String> audiences = List.of();

    @Inject
    @ConfigProperty(name = "APPID_SUBJECT_CLAIM", defaultValue = "sub")
    private String subjectClaim;

    @Inject
    @ConfigProperty(name = "CLOCK_SKEW_SECONDS", defaultValue = "60")
    private int clockSkewSeconds;

    /**
     * Verifies a token.
     *
     * @return why it is refused; empty if it is valid
     * @throws IOException if the provider does not answer and its keys are not known
     */
    public Optional<TokenFault> verify(String token) throws IOException {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            ProviderKeys.Keys current = keys.current(jwt.getHeader().getKeyID());
            Optional<TokenFault> fault = fault(jwt.getJWTClaimsSet(), current.issuer());
            if (fault.isEmpty()) {
                processor(current.set()).process(jwt, null);
            }
            return fault;
        } catch (ParseException e) {
            return Optional.of(TokenFault.FORM);
        } catch (BadJOSEException | JOSEException e) {
            return Optional.of(TokenFault.SIGNATURE);
        }
    }

    /**
     * Returns whether the provider still has the key that signed a token, as far as is known without asking. A provider refuses to
     * end a session if it does not know the key of the token.
     */
    public boolean isOfPresentKey(String token) {
        try {
            return keys.had(SignedJWT.parse(token).getHeader().getKeyID());
        } catch (ParseException e) {
            return false;
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor(JWKSet set) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(TYPES);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(set)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }

    private Optional<TokenFault> fault(JWTClaimsSet claims, String issuer) {
        if (!issuer.equals(claims.getIssuer())) {
            return Optional.of(TokenFault.ISSUER);
        }
        if (Collections.disjoint(audiences, claims.getAudience())) {
            return Optional.of(TokenFault.AUDIENCE);
        }
        try {
            times().verify(claims, null);
            if (claims.getIssueTime() != null) {
                // No token is good before it was issued.
                times().verify(
                                new JWTClaimsSet.Builder(claims)
                                        .notBeforeTime(claims.getIssueTime())
                                        .build(),
                                null);
            }
        } catch (BadJWTException e) {
            return Optional.of(TokenFault.TIME);
        }
        Object subject = claims.getClaim(subjectClaim);
        return subject == null || SignInProviders.isGitHub(subject.toString())
                ? Optional.of(TokenFault.SUBJECT)
                : Optional.empty();
    }

    /** Looks at the real time, as the provider does, even where this application has a clock for trying things out. */
    private DefaultJWTClaimsVerifier<SecurityContext> times() {
        DefaultJWTClaimsVerifier<SecurityContext> times = new DefaultJWTClaimsVerifier<>(null, Set.of("exp"));
        times.setMaxClockSkew(clockSkewSeconds);
        return times;
    }
}
