/** The list of GitHub servers that tenants may choose from. */
@NullMarked
package ghtraffic.catalog.servers;

import org.jspecify.annotations.NullMarked;
