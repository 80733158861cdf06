package ghtraffic.catalog;

/**
 * The schedule of a repository has changed. The event is fired within the transaction. Packages that plan collections
 * plan them again.
 *
 * @param repository its id
 */
public record ScheduleChanged(int repository) {}
