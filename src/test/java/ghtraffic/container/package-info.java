/**
 * What tests that run inside the server share.
 *
 * <p>On the test's side, {@link ghtraffic.container.TestServer} starts a server beside the application's own, on an empty
 * database, and {@link ghtraffic.container.TrafficWar} is what is deployed there. Inside the server, tests
 * inject {@link ghtraffic.container.TestDatabase}, {@link ghtraffic.container.TestClock} and
 * {@link ghtraffic.container.AtOnce}.
 *
 * <p>The system property {@code test.database} says which database it is: {@code embedded} for H2 as it is shipped,
 * {@code db2-wire} for IBM's driver on the wire.
 */
@NullMarked
package ghtraffic.container;

import org.jspecify.annotations.NullMarked;
