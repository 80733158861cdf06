/** What operators meet: configuration, a database that is taken over, two servers, and servers that are killed. */
@NullMarked
package ghtraffic.e2e.operation;

import org.jspecify.annotations.NullMarked;
