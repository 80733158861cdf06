/**
 * What a newcomer needs instead of the outside world: starts the application together with an identity provider and a
 * stand-in for GitHub, all on this machine's loopback address, and lets an administrator move the clock of both.
 *
 * <p>{@link ghtraffic.sandbox.Sandbox} is the door, for the sandbox command and for the black-box tests. Nothing of
 * this is in the WAR.
 */
@NullMarked
package ghtraffic.sandbox;

import org.jspecify.annotations.NullMarked;
