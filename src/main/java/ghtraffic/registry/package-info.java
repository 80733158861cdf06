/**
 * The Liberty user registry over the role tables, in a jar of its own that the server loads with {@code bells-1.0}.
 *
 * <p>It runs outside the application, so it uses nothing but JDBC and Liberty's interfaces. Everybody whom the identity
 * provider vouches for is a user; what he may do is what the role tables say of the verified e-mail
 * address that he signed in with, and their names become the Jakarta security groups. It keeps no passwords and can therefore never sign anybody in by itself.
 */
@NullMarked
package ghtraffic.registry;

import org.jspecify.annotations.NullMarked;
