/** Sign-in, rights, hardening and attacks, against the running server. */
@NullMarked
package ghtraffic.e2e.security;

import org.jspecify.annotations.NullMarked;
