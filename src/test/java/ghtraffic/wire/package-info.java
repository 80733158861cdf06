/**
 * A database that the IBM driver for Db2 can be tested against on any machine. Db2 itself cannot be part of a build,
 * but Apache Derby's network server uses DRDA, the protocol of Db2. The driver refuses Derby's newer versions at the
 * first message, so a small bridge between the two rewrites messages that the other side does not understand.
 *
 * <p>Tests use {@link ghtraffic.wire.WireDatabase}. They run with the real driver, the real protocol and a second
 * implementation of Db2's dialect, but not with Db2 itself. Error codes differ; the SQLSTATE is right. Not available:
 * generated keys requested by column name, {@code select from new table}, updatable result sets and query timeouts.
 */
@org.jspecify.annotations.NullMarked
package ghtraffic.wire;
