/**
 * How often one address may fail to authenticate, how large an answer of another server may be, which address a request comes
 * from, and the security log.
 */
@NullMarked
package ghtraffic.limits;

import org.jspecify.annotations.NullMarked;
