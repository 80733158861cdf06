/** How often one address may fail to authenticate, which address a request comes from, and the security log. */
@NullMarked
package ghtraffic.limits;

import org.jspecify.annotations.NullMarked;
