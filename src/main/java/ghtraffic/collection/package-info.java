/**
 * Getting the numbers from GitHub: runs, their log, and the health of each repository.
 *
 * <p>{@link ghtraffic.collection.Collector} starts a run, at most one at a time over all servers on one database;
 * the run log keeps what became of it. Each repository is fetched and stored on its own, in one
 * transaction, so a run that dies leaves whole repositories behind and the next one completes the rest. The pages that
 * show repositories with their numbers and health live here, the one room that knows all three.
 */
@NullMarked
package ghtraffic.collection;

import org.jspecify.annotations.NullMarked;
