package ghtraffic.identity.tokens;

import ghtraffic.identity.Scope;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An access token, as its owner sees it. The token itself is shown once, when it is created.
 *
 * @param id its number
 * @param name the name that its owner gave it
 * @param scopes the names of its scopes in the API
 * @param createdAt when it was created
 * @param expiresAt when it expires
 * @param lastUsedAt when it was last used, to the minute; null when it never was
 * @param expired whether it has expired
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

    /** Returns the scopes as constants. The token holds their names in the API. */
    public List<Scope> scopesAsConstants() {
        return scopes.stream().map(Scope::parse).toList();
    }
}
