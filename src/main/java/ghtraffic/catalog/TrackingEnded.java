package ghtraffic.catalog;

/**
 * A tenant has stopped tracking a repository. The event is fired within the transaction. Packages that store data of
 * the repository that only this tenant can see delete it if {@code deleteHistory} is set.
 *
 * @param tenant the tenant's number
 * @param repository its id
 * @param deleteHistory whether the user asked to delete the collected data
 */
public record TrackingEnded(int tenant, int repository, boolean deleteHistory) {}
