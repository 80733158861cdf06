package ghtraffic.sandbox;

import com.ibm.wsspi.security.oauth20.JwtAccessTokenMediator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the sandbox's access tokens the same claims as its ID tokens. Only the tokens of {@code silent@example.com}
 * have no email address, as with some real providers.
 */
public final class SampleAccessClaims implements JwtAccessTokenMediator {

    /** Returns the additional claims, as {@link SampleClaims#mediateToken} does. */
    @Override
    public @Nullable String mediateToken(Map<String, String[]> attributes) {
        String email = SampleClaims.first(attributes, "username");
        return SampleClaims.claims(attributes, email == null || !email.startsWith("silent"), "");
    }
}
