/**
 * Support for tests that run inside the server.
 *
 * <p>Outside the server, {@link ghtraffic.container.TestServer} starts a server in addition to the application's own,
 * with an empty database, and {@link ghtraffic.container.TrafficWar} builds the deployment for it. Inside the server,
 * tests inject {@link ghtraffic.container.TestDatabase}, {@link ghtraffic.container.TestClock} and
 * {@link ghtraffic.container.AtOnce}.
 *
 * <p>The system property {@code test.database} selects the database: {@code embedded} for H2 as it is shipped, or
 * {@code db2-wire} for IBM's driver over the Db2 wire protocol.
 */
@NullMarked
package ghtraffic.container;

import org.jspecify.annotations.NullMarked;
