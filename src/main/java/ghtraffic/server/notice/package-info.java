/** The small application that runs in place of the real one while it cannot run, and says why. */
@NullMarked
package ghtraffic.server.notice;

import org.jspecify.annotations.NullMarked;
