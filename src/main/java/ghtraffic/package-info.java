/** The application. Each package below is one room; {@code docs/architecture.md} says which may use which. */
@NullMarked
package ghtraffic;

import org.jspecify.annotations.NullMarked;
