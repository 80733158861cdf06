package ghtraffic.traffic.popularity;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Stars, forks, watchers and open issues of a repository on one UTC day, from the last collection of that day.
 *
 * @param date the day
 * @param stars the number of stars
 * @param forks the number of forks
 * @param watchers the number of watchers; null when GitHub did not report it
 * @param openIssues the number of open issues and pull requests
 */
@JsonbNillable
public record PopularityNumbers(
        LocalDate date, int stars, int forks, @Nullable Integer watchers, int openIssues) {}
