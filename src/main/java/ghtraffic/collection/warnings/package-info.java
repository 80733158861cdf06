/** Warnings about the GitHub credentials of tenants: a rate limit that is used up, or a token that expires soon. */
@NullMarked
package ghtraffic.collection.warnings;

import org.jspecify.annotations.NullMarked;
