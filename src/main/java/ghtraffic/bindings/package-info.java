/**
 * Turns what the environment offers (the address of a database) into what the server needs, before the application
 * runs. Loaded by the server itself, so it uses nothing but the JDK.
 */
@NullMarked
package ghtraffic.bindings;

import org.jspecify.annotations.NullMarked;
