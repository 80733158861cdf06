/**
 * Rows of the Python application's tables that do not fit together, because those tables had no keys: what they are, and how they are
 * repaired. {@code Twins} merges two rows that stand for one repository.
 */
@NullMarked
package ghtraffic.takeover.findings;

import org.jspecify.annotations.NullMarked;
