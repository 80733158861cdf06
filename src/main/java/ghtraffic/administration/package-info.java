/** Users, grants, tenants and the audit log, as administrators see them on pages and in the API. */
@NullMarked
package ghtraffic.administration;

import org.jspecify.annotations.NullMarked;
