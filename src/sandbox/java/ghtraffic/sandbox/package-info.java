/**
 * The sandbox: starts the application together with an identity provider and a stand-in for GitHub, so that it runs
 * without any outside service. All of them listen on this machine's loopback address. An administrator can move the
 * clocks.
 *
 * <p>The sandbox command and the black-box tests use {@link ghtraffic.sandbox.Sandbox}. Nothing of this package is in
 * the WAR.
 */
@NullMarked
package ghtraffic.sandbox;

import org.jspecify.annotations.NullMarked;
