package ghtraffic.benchmark;

import ghtraffic.traffic.MergeBenchmark;
import java.nio.file.Path;

/** Runs all benchmarks and prints their figures. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Takes the project's folder. */
    public static void main(String... arguments) throws Exception {
        Path project = Path.of(arguments[0]).toAbsolutePath();
        new MergeBenchmark(System.out).run(project.resolve("target/benchmark"));
        new CollectionBenchmark(System.out).run(project, 8);
        new CollectionBenchmark(System.out).run(project, 32);
    }
}
