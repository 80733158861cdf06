/** Tenants: the areas of organizations or teams, each with its own repositories and its own GitHub credential. */
@NullMarked
package ghtraffic.tenants;

import org.jspecify.annotations.NullMarked;
