package ghtraffic.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A Liberty server that runs as a child process. */
final class LibertyServer {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final String name;
    private final Process process;

    private LibertyServer(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /**
     * Starts a server. It ends with this process at the latest.
     *
     * @param usr the folder with the servers' configurations ({@code WLP_USER_DIR})
     * @param console receives each line that the server prints
     */
    static LibertyServer start(
            Path wlp, Path usr, String name, Map<String, String> environment, Consumer<String> console) {
        ProcessBuilder builder =
                new ProcessBuilder(wlp.resolve("bin/server").toString(), "run", name).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("WLP_USER_DIR", usr.toString());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Thread reader = new Thread(() -> read(process, console), name + " console");
            reader.setDaemon(true);
            reader.start();
            LibertyServer server = new LibertyServer(name, process);
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, name + " end"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The server " + name + " could not be started", e);
        }
    }

    private static void read(Process process, Consumer<String> console) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(console);
        } catch (IOException | UncheckedIOException e) {
            console.accept("The console of the server ended: " + e.getMessage());
        }
    }

    /** Waits until the address answers with this status, at most three minutes. */
    void awaitAnswer(HttpClient client, URI uri, int status) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server " + name + " ended with exit code " + process.exitValue());
            }
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == status) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new TimeoutException(
                "The server " + name + " did not answer " + status + " at " + uri + " within " + LONGEST_START);
    }

    long processId() {
        return process.pid();
    }

    /** Stops the server in an orderly way, but kills it after ten seconds. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process as a power failure would. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
