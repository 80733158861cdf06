package ghtraffic.audit;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log, as pages and the API show it.
 *
 * @param id grows with time
 * @param at when it happened
 * @param actor the user's email address, or the server itself
 * @param via the way of access: a browser, a token of the provider or an access token
 * @param address the network address that the request came from
 * @param action the kind of change, such as {@code user.invite}
 * @param subject what was changed
 * @param before the state before the change; null if there is nothing to record
 * @param after the state after the change; null if there is nothing to record
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
