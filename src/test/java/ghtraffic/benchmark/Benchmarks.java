package ghtraffic.benchmark;

import ghtraffic.traffic.daily.MergeBenchmark;
import java.nio.file.Path;

/** Runs all benchmarks and prints their figures. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Takes the project's folder and which to run: {@code merge}, {@code collection}, {@code pages} or {@code all}. */
    public static void main(String... arguments) throws Exception {
        Path project = Path.of(arguments[0]).toAbsolutePath();
        String chosen = arguments[1];
        boolean all = chosen.equals("all");
        if (all || chosen.equals("merge")) {
            new MergeBenchmark(System.out).run(project.resolve("target/benchmark"));
        }
        if (all || chosen.equals("collection")) {
            new CollectionBenchmark(System.out).run(project, 8);
            new CollectionBenchmark(System.out).run(project, 32);
        }
        if (all || chosen.equals("pages")) {
            new PagesBenchmark(System.out).run(project);
        }
    }
}
