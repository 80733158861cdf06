package ghtraffic.identity.tokens;

import ghtraffic.identity.Scope;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An access token as its owner sees it; the token itself is shown once, when it is made.
 *
 * @param id its number
 * @param name what the owner calls it
 * @param scopes the words of its scopes
 * @param createdAt when it was made
 * @param expiresAt when it stops working
 * @param lastUsedAt when it was last used, to the minute; null when it never was
 * @param expired whether that time has come
 */
@JsonbNillable
public record TokenItem(
        int id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        boolean expired) {

    /** The scopes, whose names in the API the token holds. */
    public List<Scope> scopesAsConstants() {
        return scopes.stream().map(Scope::parse).toList();
    }
}
