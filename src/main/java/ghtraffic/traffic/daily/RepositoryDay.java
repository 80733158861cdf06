package ghtraffic.traffic.daily;

import java.time.LocalDate;

/**
 * The key of what is kept once a day of a repository.
 *
 * @param repository its id
 * @param day the UTC day
 */
public record RepositoryDay(int repository, LocalDate day) {}
