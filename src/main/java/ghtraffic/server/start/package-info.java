/**
 * Runs before the server, as a Java agent: reads what services the platform has bound, turns it into settings, and checks that
 * settings, key files and database let the application run. The classes of an agent hide those of the server, so this package uses the JDK only.
 */
@NullMarked
package ghtraffic.server.start;

import org.jspecify.annotations.NullMarked;
