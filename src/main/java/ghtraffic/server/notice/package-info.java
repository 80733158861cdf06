/** The small application that runs in place of the real one while settings are missing, and says which. */
@NullMarked
package ghtraffic.server.notice;

import org.jspecify.annotations.NullMarked;
