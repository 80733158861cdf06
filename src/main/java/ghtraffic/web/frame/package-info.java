/** What surrounds every page: navigation, language, and the addresses of the Python application. */
@NullMarked
package ghtraffic.web.frame;

import org.jspecify.annotations.NullMarked;
