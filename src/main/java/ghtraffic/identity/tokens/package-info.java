/**
 * Personal access tokens: a user creates them for scripts, and each acts with part of the rights of that user. The database has
 * only their hashes.
 */
@NullMarked
package ghtraffic.identity.tokens;

import org.jspecify.annotations.NullMarked;
