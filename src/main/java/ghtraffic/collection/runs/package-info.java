/**
 * Collection runs: starting one, doing its work, pausing at a rate limit, and its history with page and API. At most one run works
 * at a time over all servers on one database; a lease in the database sees to that.
 */
@NullMarked
package ghtraffic.collection.runs;

import org.jspecify.annotations.NullMarked;
