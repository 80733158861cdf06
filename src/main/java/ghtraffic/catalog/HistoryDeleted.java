package ghtraffic.catalog;

/**
 * A repository is deleted with all that was collected of it. Fired within the transaction; the rooms that hold something of
 * it delete that.
 *
 * @param repository its id
 */
public record HistoryDeleted(int repository) {}
