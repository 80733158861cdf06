package ghtraffic.traffic.sources;

import java.time.LocalDate;

/**
 * The key of a line of a snapshot.
 *
 * @param repository its id
 * @param day the UTC day
 * @param place from 1
 */
record SourceKey(int repository, LocalDate day, int place) {}
