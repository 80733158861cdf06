/** The callers of the stand-in: tokens, the sample GitHub App, and their rate limits. */
@NullMarked
package ghtraffic.standin.access;

import org.jspecify.annotations.NullMarked;
