/**
 * Imports numbers that other tools collected, from CSV files. A file is merged as a whole or not at all, and higher values win.
 */
@NullMarked
package ghtraffic.traffic.imports;

import org.jspecify.annotations.NullMarked;
