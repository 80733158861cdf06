/** The requests and answers of the stand-in: paths, headers, JSON, and pages of a list. */
@NullMarked
package ghtraffic.standin.http;

import org.jspecify.annotations.NullMarked;
