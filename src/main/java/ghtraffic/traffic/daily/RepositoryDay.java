package ghtraffic.traffic.daily;

import java.time.LocalDate;

/**
 * The key of data that is stored once a day for a repository.
 *
 * @param repository its id
 * @param day the UTC day
 */
public record RepositoryDay(int repository, LocalDate day) {}
