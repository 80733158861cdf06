/** The sample data: owners, repositories, releases, and traffic that is computed from repository and hour. */
@NullMarked
package ghtraffic.standin.data;

import org.jspecify.annotations.NullMarked;
