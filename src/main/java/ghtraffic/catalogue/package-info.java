/**
 * Which repositories are tracked, by which tenants, and who may see them.
 *
 * <p>{@link ghtraffic.catalogue.Catalogue} is the door. What a viewer may see is one query there,
 * {@link ghtraffic.catalogue.Catalogue#visibleTo}: every page, resource and export goes through it. A repository is
 * tracked once, whatever number of tenants subscribe to it, and GitHub's number keeps its history together when it is
 * renamed.
 */
@NullMarked
package ghtraffic.catalogue;

import org.jspecify.annotations.NullMarked;
