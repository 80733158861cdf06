/**
 * What the server itself needs of us, in a jar of its own that it loads with {@code bells-1.0}: the user registry over the role
 * tables, what becomes of a sign-in that failed, and who reads the metrics.
 *
 * <p>It runs outside the application, so it uses nothing but JDBC, servlets and Liberty's interfaces. Everybody whom the identity
 * provider vouches for is a user; what he may do is what the role tables say of the verified e-mail
 * address that he signed in with, and their names become the Jakarta security groups. The registry keeps no passwords and can therefore never sign anybody in by itself.
 */
@NullMarked
package ghtraffic.registry;

import org.jspecify.annotations.NullMarked;
