package ghtraffic.traffic.releases;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release with what was collected of it.
 *
 * @param id GitHub's number of it
 * @param tag the git tag
 * @param name its title, null when it has none
 * @param publishedAt when it was published
 * @param assets its files
 */
@JsonbNillable
public record ReleaseItem(long id, String tag, @Nullable String name, Instant publishedAt, List<Asset> assets) {

    /**
     * A file of a release.
     *
     * @param id GitHub's number of it
     * @param name its name
     * @param downloads oldest first: the days on which the count was seen to have changed
     */
    public record Asset(long id, String name, List<Downloads> downloads) {

        /** How often it had been downloaded at the end of a UTC day; null when it had not been seen by then. */
        public @Nullable Long at(LocalDate day) {
            Long count = null;
            for (Downloads seen : downloads) {
                count = seen.date().isAfter(day) ? count : Long.valueOf(seen.count());
            }
            return count;
        }
    }

    /**
     * How often a file had been downloaded in all.
     *
     * @param date the UTC day
     * @param count since it is there
     */
    public record Downloads(LocalDate date, long count) {}
}
