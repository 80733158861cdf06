package ghtraffic.traffic.popularity;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How popular a repository was on one UTC day, by the last collection of it.
 *
 * @param date the day
 * @param stars how many starred it
 * @param forks how many forks it had
 * @param watchers how many watched it, null where GitHub did not say
 * @param openIssues issues and pull requests that were open
 */
@JsonbNillable
public record PopularityNumbers(
        LocalDate date, int stars, int forks, @Nullable Integer watchers, int openIssues) {}
