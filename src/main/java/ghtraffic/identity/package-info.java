/**
 * Who somebody is and what he may do.
 *
 * <p>The identity provider says who signs in, by its subject; {@link ghtraffic.identity.Identities} keeps the e-mail address
 * that it vouches for, and the role tables say what that address may. {@link ghtraffic.identity.CurrentViewer}
 * answers both for the request at hand, read from the database each time, so that a changed right works at the next
 * request. {@link ghtraffic.identity.Tenants} keeps the tenants and their GitHub tokens, which leave the database only as
 * a {@link ghtraffic.identity.Secret}. Who fails too often at proving who he is has to wait, by
 * {@link ghtraffic.identity.Attempts}. A grant on one repository names it by its id alone: this room knows no
 * repositories.
 */
@NullMarked
package ghtraffic.identity;

import org.jspecify.annotations.NullMarked;
