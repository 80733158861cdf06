/** Exports numbers as files, one class for each format. */
@NullMarked
package ghtraffic.traffic.exports;

import org.jspecify.annotations.NullMarked;
