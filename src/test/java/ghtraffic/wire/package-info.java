/**
 * A database that the IBM driver for Db2 can be tested against on any machine. Db2 itself cannot be part of a build, but
 * Apache Derby's network server speaks DRDA, the protocol of Db2. The driver refuses Derby's newer versions at the first
 * message, so a small bridge between the two rewrites what one side says and the other does not understand.
 *
 * <p>The door is {@link ghtraffic.wire.WireDatabase}. What passes here has passed the real driver, the real protocol and
 * a second implementation of Db2's dialect; it has not passed Db2. Error codes differ, the SQLSTATE is right. Not
 * available: generated keys asked for by column name, {@code select from new table}, updatable result sets and query
 * timeouts.
 */
@org.jspecify.annotations.NullMarked
package ghtraffic.wire;
