/**
 * Limits the bodies of requests that are read at the same time, because each one keeps a thread of the server waiting until its
 * client has sent it. Of callers who are not signed in only the bodies that an address needs are read.
 */
@NullMarked
package ghtraffic.web.bodies;

import org.jspecify.annotations.NullMarked;
