/** Long lists: one page at a time, links to the other pages, search text, and safe CSV cells. */
@NullMarked
package ghtraffic.lists;

import org.jspecify.annotations.NullMarked;
