/** The tables of days and weeks. */
@NullMarked
package ghtraffic.traffic.tables;

import org.jspecify.annotations.NullMarked;
