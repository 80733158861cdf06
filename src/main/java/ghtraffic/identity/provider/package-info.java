/**
 * Speaks to the OpenID Connect provider: reads its discovery document and its public keys, and verifies the JSON Web Tokens that
 * it signed.
 */
@NullMarked
package ghtraffic.identity.provider;

import org.jspecify.annotations.NullMarked;
