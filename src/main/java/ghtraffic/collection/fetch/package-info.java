/**
 * Collects one repository: asks GitHub for each part that is due, and stores what it answered in one transaction.
 */
@NullMarked
package ghtraffic.collection.fetch;

import org.jspecify.annotations.NullMarked;
