/**
 * Starts the server from {@code github-traffic-analytics.jar}: unpacks it and runs it. This package uses the JDK only, because it is
 * started before anything is unpacked.
 */
@NullMarked
package ghtraffic.server.launch;

import org.jspecify.annotations.NullMarked;
