/** The ways in which the stand-in fails, and unexpected answers. */
@NullMarked
package ghtraffic.standin.faults;

import org.jspecify.annotations.NullMarked;
