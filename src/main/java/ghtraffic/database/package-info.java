/**
 * What failures of the database mean, for those who must tell somebody or try again: not there, busy, or a mistake of ours.
 * {@link ghtraffic.database.SqlStates} goes by SQLSTATE, which Db2, H2 and Derby have in common. And how much one statement
 * may ask: {@link ghtraffic.database.Portions}.
 */
@NullMarked
package ghtraffic.database;

import org.jspecify.annotations.NullMarked;
