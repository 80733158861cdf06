package ghtraffic.catalog;

/**
 * A tenant does not track a repository any more. Fired within the transaction; the rooms that hold something that only this
 * tenant sees of it delete that, where it is not to be kept.
 *
 * @param tenant his number
 * @param repository its id
 * @param deleteHistory whether he wanted its history to be deleted
 */
public record TrackingEnded(int tenant, int repository, boolean deleteHistory) {}
