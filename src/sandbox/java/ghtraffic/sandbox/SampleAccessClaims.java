package ghtraffic.sandbox;

import com.ibm.wsspi.security.oauth20.JwtAccessTokenMediator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the sandbox's access tokens the same claims as its ID tokens. Only those of {@code silent@example.com} tell no e-mail
 * address, as some providers' do.
 */
public final class SampleAccessClaims implements JwtAccessTokenMediator {

    /** As {@link SampleClaims#mediateToken}. */
    @Override
    public @Nullable String mediateToken(Map<String, String[]> attributes) {
        String email = SampleClaims.first(attributes, "username");
        return SampleClaims.claims(attributes, email == null || !email.startsWith("silent"));
    }
}
