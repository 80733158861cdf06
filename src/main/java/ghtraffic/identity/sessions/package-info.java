/** Browser sessions: one for each sign-in, until the user signs out, it expires, or somebody ends it. */
@NullMarked
package ghtraffic.identity.sessions;

import org.jspecify.annotations.NullMarked;
