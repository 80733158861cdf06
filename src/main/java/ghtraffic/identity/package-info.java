/**
 * Who is calling, and what they may do. The provider vouches for a subject and an email address; {@code Identities} stores both. The
 * role tables say what that address may do. {@code CurrentViewer} answers for the current request and reads the tables each time, so a
 * changed right takes effect with the next request.
 */
@NullMarked
package ghtraffic.identity;

import org.jspecify.annotations.NullMarked;
