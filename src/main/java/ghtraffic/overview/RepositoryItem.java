package ghtraffic.overview;

import ghtraffic.catalog.RepositoryDescription;
import ghtraffic.collection.health.Part;
import ghtraffic.collection.health.RepositoryHealth;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
 * @param stars how many starred it when it was collected last, null when not collected yet
 * @param forks how many forks it had then
 * @param details what only the answer about one repository has, null in lists
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

    /** The same with details. */
    RepositoryItem with(Details more) {
        return new RepositoryItem(
                id, githubId, owner, name, server, url, tenants, health, last14Days, stars, forks, more);
    }

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
     * @param state {@code new}, {@code ok}, {@code partly} (something is missing), {@code failed} (nothing of views and clones
     *     came) or {@code waiting} (for the end of GitHub's limit)
     * @param lastAttempt when it was last tried, null if never
     * @param lastSuccess when it was last collected, null if never
     * @param nextAttempt when it is due again, null when nothing says
     * @param message why something is missing and what to do, null when nothing is
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
                            health.message());
        }
    }

    /**
     * More about one repository.
     *
     * @param described what GitHub says of it, null when not collected yet
     * @param formerNames full names that it had before, the latest first
     * @param schedule {@code default}, {@code hourly}, {@code daily}, {@code weekly} or {@code paused}
     * @param parts what is asked of GitHub about it, each with how that went last
     */
    @JsonbNillable
    public record Details(
            @Nullable RepositoryDescription described,
            List<String> formerNames,
            String schedule,
            List<PartItem> parts) {}

    /**
     * One thing that is asked of GitHub.
     *
     * @param part its name
     * @param state {@code ok}, {@code failed} or {@code unsupported} (this GitHub server has no such thing)
     * @param lastSuccess when it was last answered, null if never
     * @param message why it failed, null when it did not
     */
    @JsonbNillable
    public record PartItem(
            String part,
            String state,
            @Nullable Instant lastSuccess,
            @Nullable String message) {

        /** Which it is. */
        public Enum<?> kind() {
            return Part.valueOf(part.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Sums of counts, and GitHub's own uniques.
     *
     * @param views sum of views, null when none of the days' were collected
     * @param uniqueVisitors GitHub's figure for its own last 14 days, null when not collected lately
     * @param clones sum of clones, null when none of the days' were collected
     * @param uniqueCloners GitHub's figure for its own last 14 days, null when not collected lately
     */
    @JsonbNillable
    public record Last14Days(
            @Nullable Long views,
            @Nullable Integer uniqueVisitors,
            @Nullable Long clones,
            @Nullable Integer uniqueCloners) {}
}
