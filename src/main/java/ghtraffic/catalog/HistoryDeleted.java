package ghtraffic.catalog;

/**
 * A repository is being deleted with all its collected data. The event is fired within the transaction. Packages that
 * store data of the repository delete it.
 *
 * @param repository its id
 */
public record HistoryDeleted(int repository) {}
