/**
 * The tracked repositories: which there are, which tenants track them, and who may see them. {@code Catalog} reads, always on behalf of
 * a viewer; {@code RepositoryStore} writes. A repository is stored once, however many tenants track it. The number that GitHub gave it
 * keeps its history together when it is renamed.
 */
@NullMarked
package ghtraffic.catalog;

import org.jspecify.annotations.NullMarked;
