/**
 * A stand-in for IBM App ID. It has the addresses of version 4, tokens with the claims that IBM documents, and sample
 * users of its Cloud Directory. As with App ID, the token endpoint takes HTTP Basic authentication only, access tokens
 * have no email address, and there is no address for signing out.
 */
@NullMarked
package ghtraffic.standin.appid;

import org.jspecify.annotations.NullMarked;
