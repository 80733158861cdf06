/** Turns every error into a page for people, or into a problem document (RFC 9457) below {@code /api/}. */
@NullMarked
package ghtraffic.web.errors;

import org.jspecify.annotations.NullMarked;
