/** Users, their roles, and the access that was granted to them in tenants and repositories. */
@NullMarked
package ghtraffic.identity.users;

import org.jspecify.annotations.NullMarked;
