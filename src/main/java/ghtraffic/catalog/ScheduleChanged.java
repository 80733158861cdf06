package ghtraffic.catalog;

/**
 * A repository is to be collected by another schedule. Fired within the transaction; whoever plans collections plans anew.
 *
 * @param repository its id
 */
public record ScheduleChanged(int repository) {}
