/**
 * What failures of the database mean, for those who must tell somebody or try again: not there, busy, or a mistake of ours.
 * {@link ghtraffic.database.SqlStates} is the one door and goes by SQLSTATE, which Db2, H2 and Derby have in common.
 */
@NullMarked
package ghtraffic.database;

import org.jspecify.annotations.NullMarked;
