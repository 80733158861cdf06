package ghtraffic.benchmark;

import ghtraffic.e2e.world.ScriptedAdministrator;
import ghtraffic.sandbox.Sandbox;
import ghtraffic.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

/** A collection of a thousand repositories by the running server, from a GitHub that takes 50 ms for each answer. */
final class CollectionBenchmark {

    private static final int REPOSITORIES = 1_000;
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final int PORT = 19_603;

    private final PrintStream out;

    CollectionBenchmark(PrintStream out) {
        this.out = out;
    }

    void run(Path project, int atOnce) throws IOException, InterruptedException, TimeoutException {
        Path home = Files.createTempDirectory(Files.createDirectories(project.resolve("target/benchmark")), "sandbox");
        Map<String, String> settings = Map.of(
                "COLLECT_SCHEDULE", "paused",
                "COLLECT_AT_ONCE", String.valueOf(atOnce),
                "GITHUB_REQUESTS_PER_MINUTE", "1000000");
        List<String> console = new CopyOnWriteArrayList<>();
        try (Sandbox sandbox = Sandbox.start(
                new SandboxSettings(project, home, PORT, PORT + 1, 0, settings, List.of()), console::add)) {
            sandbox.gitHub().setHourlyLimit(1_000_000);
            ScriptedAdministrator admin = ScriptedAdministrator.of(sandbox, console);
            for (int i = 1; i <= REPOSITORIES; i++) {
                admin.track("acme", "load-%04d".formatted(i));
            }
            sandbox.gitHub().setLatency(LATENCY);
            collect(sandbox, admin, atOnce, "first collection");
            collect(sandbox, admin, atOnce, "the same again");
            out.printf("peak resident memory of the server: %d MB%n", peakMegabytes(sandbox.applicationProcessId()));
        }
    }

    private void collect(Sandbox sandbox, ScriptedAdministrator admin, int atOnce, String what) {
        int before = sandbox.gitHub().requestCount();
        long start = System.nanoTime();
        Map<String, Object> run = admin.collect();
        double seconds = (System.nanoTime() - start) / 1e9;
        int requests = sandbox.gitHub().requestCount() - before;
        long rows = admin.rows();
        out.printf(
                "%s: %s of %s repositories, %d at once: %d requests, %.1f s, %.0f requests/s, %d daily rows, %.0f rows/s%n",
                what,
                run.get("done"),
                run.get("total"),
                atOnce,
                requests,
                seconds,
                requests / seconds,
                rows,
                rows / seconds);
    }

    private static long peakMegabytes(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process), "status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.replaceAll("[^0-9]", ""))
                        .mapToLong(Long::parseLong)
                        .sum()
                / 1_024;
    }
}
