/**
 * Brings the schema to this version before the application uses the database. Flyway applies the SQL files in {@code db/migration}.
 * They are one text for Db2, for H2 in Db2 mode and for Derby. They only add, and none of them loses a row. The first one is the
 * schema of the Python application, so its database is taken over as it is.
 *
 * <p>Several servers may start on one database at the same time: one migrates, and the others wait. {@code ${organize}} in the files is
 * {@code organize by row} on Db2, whose warehouse edition would otherwise store tables by column, and nothing elsewhere. The empty
 * file {@code flyway.location} lets Flyway find the files inside a WAR on Open Liberty.
 */
@NullMarked
package ghtraffic.database.migration;

import org.jspecify.annotations.NullMarked;
