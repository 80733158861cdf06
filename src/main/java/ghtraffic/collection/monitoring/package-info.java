/** Metrics and health data of the collections, for monitoring tools. */
@NullMarked
package ghtraffic.collection.monitoring;

import org.jspecify.annotations.NullMarked;
