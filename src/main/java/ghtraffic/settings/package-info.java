/**
 * Puts the server's settings in place before the server runs: what services that the platform has bound say of the provider
 * and the database, and whether all is there that the application needs. It is an agent of the virtual machine in a jar of
 * its own, because what such a jar holds hides the same classes from the server's libraries; so it uses nothing but the JDK.
 */
@NullMarked
package ghtraffic.settings;

import org.jspecify.annotations.NullMarked;
