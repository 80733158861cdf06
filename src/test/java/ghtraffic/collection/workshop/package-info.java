/** A scripted GitHub, and tenants and repositories to collect, for the tests of collections. */
@NullMarked
package ghtraffic.collection.workshop;

import org.jspecify.annotations.NullMarked;
