/**
 * Brings the database to the form that this version of the application expects, before anything else in the application
 * uses it. The steps are the SQL files under {@code db/migration}, in one text for Db2, for H2 in its Db2 mode and for the
 * Derby that tests use; they only ever go forward, and none of them loses a row. The first is the schema of the Python
 * application that came before, so its database is taken over as it stands.
 *
 * <p>No other room needs this one; its door {@link ghtraffic.schema.SchemaMigration} is for tests that want a database.
 * Several servers may start at once on one database: one does the work, the others wait for their turn and find it done.
 * {@code ${organize}} in the files is {@code organize by row} on Db2, whose warehouse edition would otherwise store
 * tables by column, and nothing elsewhere. The empty file {@code flyway.location} beside them lets Flyway find them inside
 * a WAR on Open Liberty.
 */
@org.jspecify.annotations.NullMarked
package ghtraffic.schema;
