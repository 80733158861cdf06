package ghtraffic.sandbox;

import com.ibm.wsspi.security.openidconnect.IDTokenMediator;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives the sandbox's ID tokens the claims that real providers send: the email address, and whether it is verified.
 *
 * <p>It runs as an OSGi component in the provider's server, so it uses only the JDK and Liberty's interface.
 */
public final class SampleClaims implements IDTokenMediator {

    private static final long LIFETIME_SECONDS = 7_200;

    /** The groups of {@code admin@example.com}, as many as a large company's provider sends. They make the token 3 kB long. */
    private static final String GROUPS = IntStream.range(0, 60)
            .mapToObj("\"/company/department-%02d/team\""::formatted)
            .collect(Collectors.joining(",", ",\"groups\":[", "]"));

    /**
     * Returns the additional claims as a JSON object; null if there is no user.
     *
     * @param attributes Liberty's facts about the new token; the user's name is their email address
     */
    @Override
    public @Nullable String mediateToken(Map<String, String[]> attributes) {
        String email = first(attributes, "username");
        return claims(attributes, true, email != null && email.startsWith("admin") ? GROUPS : "");
    }

    static @Nullable String claims(Map<String, String[]> attributes, boolean withEmail, String more) {
        String email = first(attributes, "username");
        if (email == null) {
            return null;
        }
        String nonce = first(attributes, "com.ibm.wsspi.security.oidc.external.claims:nonce");
        long now = Clock.systemUTC().instant().getEpochSecond();
        String address = "\"email\":\"%s\",\"email_verified\":%s,".formatted(email, !email.startsWith("unverified"));
        return "{\"aud\":\"%s\",%s\"amr\":[\"pwd\"],\"iat\":%d,\"exp\":%d%s%s}"
                .formatted(
                        first(attributes, "client_id"),
                        withEmail ? address : "",
                        now,
                        now + LIFETIME_SECONDS,
                        nonce == null ? "" : ",\"nonce\":\"" + nonce + "\"",
                        more);
    }

    static @Nullable String first(Map<String, String[]> attributes, String name) {
        String[] values = attributes.get(name);
        return values == null || values.length == 0 ? null : values[0].replaceAll("[\"\\\\]", "");
    }
}
