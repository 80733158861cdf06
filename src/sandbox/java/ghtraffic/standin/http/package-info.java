/** What a request is to the stand-in and what an answer looks like: paths, headers, JSON, pages of a list. */
@NullMarked
package ghtraffic.standin.http;

import org.jspecify.annotations.NullMarked;
