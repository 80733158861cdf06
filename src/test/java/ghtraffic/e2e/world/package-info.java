/** A running sandbox, a browser and an API client for the tests from outside. */
@NullMarked
package ghtraffic.e2e.world;

import org.jspecify.annotations.NullMarked;
