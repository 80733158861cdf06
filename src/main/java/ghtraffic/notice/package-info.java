/**
 * What the server runs in the application's place as long as settings are missing: an application of its own, which says
 * so to everybody who asks, and to the log. It stands alone, so nothing of the application but its words is loaded in that state.
 */
@NullMarked
package ghtraffic.notice;

import org.jspecify.annotations.NullMarked;
