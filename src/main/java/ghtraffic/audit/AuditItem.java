package ghtraffic.audit;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changed something.
 *
 * @param id grows with time
 * @param at when
 * @param actor who: an e-mail address, or the server itself
 * @param via how he came: a browser, a token of the provider or an access token of his
 * @param address the network address that the request came from
 * @param action what kind of change, as {@code user.invite}
 * @param subject what was changed
 * @param before what it was; null where there is nothing to say
 * @param after what it is now; null where there is nothing to say
 */
@JsonbNillable
public record AuditItem(
        int id,
        Instant at,
        String actor,
        String via,
        String address,
        String action,
        String subject,
        @Nullable String before,
        @Nullable String after) {}
