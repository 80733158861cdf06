package ghtraffic.traffic.releases;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release with its collected downloads.
 *
 * @param id GitHub's number
 * @param tag the git tag
 * @param name its title; null when it has none
 * @param publishedAt when it was published
 * @param assets its files
 */
@JsonbNillable
public record ReleaseItem(long id, String tag, @Nullable String name, Instant publishedAt, List<Asset> assets) {

    /**
     * A file of a release.
     *
     * @param id GitHub's number
     * @param name its name
     * @param downloads the days on which the count was higher than before, oldest first
     */
    public record Asset(long id, String name, List<Downloads> downloads) {

        /**
         * Returns how often the file had been downloaded by the end of a UTC day; null when it had not been collected
         * by then.
         */
        public @Nullable Long at(LocalDate day) {
            Long count = null;
            for (Downloads seen : downloads) {
                count = seen.date().isAfter(day) ? count : Long.valueOf(seen.count());
            }
            return count;
        }
    }

    /**
     * The total downloads of a file.
     *
     * @param date the UTC day
     * @param count the downloads since the file was uploaded
     */
    public record Downloads(LocalDate date, long count) {}
}
