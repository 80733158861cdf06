package ghtraffic.overview;

import ghtraffic.catalog.RepositoryDescription;
import ghtraffic.collection.health.RepositoryHealth;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A repository as the API shows it.
 *
 * @param id the id in this application
 * @param githubId the id on GitHub, or null until the repository was collected
 * @param owner the user or organization on GitHub
 * @param name the name without the owner
 * @param server the name of the GitHub server
 * @param url the address of its page on GitHub
 * @param tenants those of the viewer's tenants that track it
 * @param health how its last collection went
 * @param last14Days the numbers of the last 14 complete UTC days, or null if none of them was collected
 * @param stars the number of stars at the last collection, or null if it was never collected
 * @param forks the number of forks at the last collection, or null if it was never collected
 * @param details more about this repository; null in lists
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
        @Nullable Last14Days last14Days,
        @Nullable Integer stars,
        @Nullable Integer forks,
        @Nullable Details details) {

    /** Returns a copy with details. */
    RepositoryItem with(Details more) {
        return new RepositoryItem(
                id, githubId, owner, name, server, url, tenants, health, last14Days, stars, forks, more);
    }

    /**
     * A tenant that tracks the repository.
     *
     * @param id the id of the tenant
     * @param name the name of the tenant
     */
    public record TenantName(int id, String name) {}

    /**
     * How the last collection of a repository went.
     *
     * @param state {@code new}, {@code ok}, {@code partly} (data is missing), {@code failed} (neither views nor
     *     clones were
     *     received) or {@code waiting} (for the end of GitHub's rate limit)
     * @param lastAttempt when the last collection was attempted, or null if never
     * @param lastSuccess when it was last collected, at least partly, or null if never
     * @param nextAttempt when it is due again, or null if that is not planned
     * @param message why data is missing and what to do, or null if the last collection was complete
     */
    @JsonbNillable
    public record State(
            String state,
            @Nullable Instant lastAttempt,
            @Nullable Instant lastSuccess,
            @Nullable Instant nextAttempt,
            @Nullable String message) {

        static State of(@Nullable RepositoryHealth health) {
            return health == null
                    ? new State("new", null, null, null, null)
                    : new State(
                            health.state(),
                            health.lastAttempt(),
                            health.lastSuccess(),
                            health.nextAttempt(),
                            health.english());
        }
    }

    /**
     * More about one repository.
     *
     * @param described its description on GitHub, or null if it was never collected
     * @param formerNames the full names that it had before, the latest first
     * @param schedule {@code default}, {@code hourly}, {@code daily}, {@code weekly} or {@code paused}
     * @param parts the status of each part that GitHub was asked for
     */
    @JsonbNillable
    public record Details(
            @Nullable RepositoryDescription described,
            List<String> formerNames,
            String schedule,
            List<PartItem> parts) {}

    /**
     * The status of one part of the repository's data.
     *
     * @param part the code of the part
     * @param state {@code ok}, {@code failed} or {@code unsupported} (this GitHub server does not have the part)
     * @param lastSuccess when GitHub last answered with the part, or null if never
     * @param message why the last request failed, or null if it did not
     */
    @JsonbNillable
    public record PartItem(
            String part,
            String state,
            @Nullable Instant lastSuccess,
            @Nullable String message) {}

    /**
     * Sums of daily views and clones, and GitHub's own numbers of unique visitors and cloners.
     *
     * @param views the sum of views, or null if they were collected on none of the days
     * @param uniqueVisitors GitHub's number for its own last 14 days, or null if it was not collected recently
     * @param clones the sum of clones, or null if they were collected on none of the days
     * @param uniqueCloners GitHub's number for its own last 14 days, or null if it was not collected recently
     */
    @JsonbNillable
    public record Last14Days(
            @Nullable Long views,
            @Nullable Integer uniqueVisitors,
            @Nullable Long clones,
            @Nullable Integer uniqueCloners) {}
}
