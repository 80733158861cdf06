/**
 * The GitHub credential of a tenant: checking a new one, replacing the old one, using it, and re-encrypting all of them after a
 * change of key.
 */
@NullMarked
package ghtraffic.tenants.credentials;

import org.jspecify.annotations.NullMarked;
