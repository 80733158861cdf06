package ghtraffic.traffic.sources;

import java.time.LocalDate;

/**
 * The key of one row of a list of referrers or paths.
 *
 * @param repository the id of the repository
 * @param day the UTC day
 * @param place the position in the list, from 1
 */
record SourceKey(int repository, LocalDate day, int place) {}
