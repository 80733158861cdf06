/** Pages in a real browser. */
@NullMarked
package ghtraffic.e2e.pages;

import org.jspecify.annotations.NullMarked;
