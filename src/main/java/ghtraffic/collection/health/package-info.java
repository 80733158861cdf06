/**
 * How each part of each repository was collected last, and when the next attempt is due. The retry policy is in {@code RetrySchedule}.
 */
@NullMarked
package ghtraffic.collection.health;

import org.jspecify.annotations.NullMarked;
