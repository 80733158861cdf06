/** Benchmarks: they print figures, and assert nothing. {@code mvn -Pbenchmark} runs them. */
@NullMarked
package ghtraffic.benchmark;

import org.jspecify.annotations.NullMarked;
