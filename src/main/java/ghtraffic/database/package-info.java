/**
 * What a database failure means (unavailable, busy or a mistake of ours), how many keys fit into one statement, how long a text
 * may be in bytes, and how times and flags are stored. It decides on the SQLSTATE, which Db2, H2 and Derby have in common.
 */
@NullMarked
package ghtraffic.database;

import org.jspecify.annotations.NullMarked;
