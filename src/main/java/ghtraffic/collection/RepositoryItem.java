package ghtraffic.collection;

import ghtraffic.traffic.RecentTraffic;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A repository as lists show it.
 *
 * @param id our number of it
 * @param githubId GitHub's number of it, null until it was collected
 * @param owner GitHub user or organisation
 * @param name the name within the owner
 * @param server the GitHub server
 * @param url its page on GitHub
 * @param tenants those of the viewer's tenants that track it
 * @param health how its last collection went
 * @param last14Days the last 14 whole UTC days, null when none of them was collected
 */
@JsonbNillable
public record RepositoryItem(
        int id,
        @Nullable Long githubId,
        String owner,
        String name,
        String server,
        String url,
        List<TenantName> tenants,
        State health,
        @Nullable Last14Days last14Days) {

    /**
     * A tenant.
     *
     * @param id its id
     * @param name its name
     */
    public record TenantName(int id, String name) {}

    /**
     * How the last collection of a repository went.
     *
     * @param state {@code new}, {@code ok} or {@code failed}
     * @param lastSuccess when it was last collected, null if never
     * @param message why it failed and what to do, null when it did not
     */
    @JsonbNillable
    public record State(
            String state,
            @Nullable Instant lastSuccess,
            @Nullable String message) {

        static State of(@Nullable RepositoryHealth health) {
            return health == null
                    ? new State("new", null, null)
                    : new State(health.state(), health.lastSuccess(), health.message());
        }
    }

    /**
     * Sums of counts, and GitHub's own uniques.
     *
     * @param views sum of views
     * @param uniqueVisitors GitHub's figure for its own last 14 days, null when not collected lately
     * @param clones sum of clones
     * @param uniqueCloners GitHub's figure for its own last 14 days, null when not collected lately
     */
    @JsonbNillable
    public record Last14Days(
            int views,
            @Nullable Integer uniqueVisitors,
            int clones,
            @Nullable Integer uniqueCloners) {

        static Last14Days of(RecentTraffic recent) {
            return new Last14Days(recent.views(), recent.uniqueVisitors(), recent.clones(), recent.uniqueCloners());
        }
    }
}
