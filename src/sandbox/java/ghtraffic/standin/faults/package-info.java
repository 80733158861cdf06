/** Ways in which the stand-in fails, and answers that nobody expects. */
@NullMarked
package ghtraffic.standin.faults;

import org.jspecify.annotations.NullMarked;
