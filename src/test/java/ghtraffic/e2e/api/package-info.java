/** The REST API over real HTTP. */
@NullMarked
package ghtraffic.e2e.api;

import org.jspecify.annotations.NullMarked;
