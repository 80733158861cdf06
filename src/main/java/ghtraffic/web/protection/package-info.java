/**
 * Protects every response: same-origin check, security headers, content security policy, and addresses of assets that may be cached.
 */
@NullMarked
package ghtraffic.web.protection;

import org.jspecify.annotations.NullMarked;
