/** The application. Each package below holds one feature; {@code docs/architecture.md} lists which may use which. */
@NullMarked
package ghtraffic;

import org.jspecify.annotations.NullMarked;
