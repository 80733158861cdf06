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
import java.util.stream.Stream;

/** A Liberty server that runs as a child process. */
public final class LibertyServer {

    /** The number of the message that the server is ready. */
    private static final String READY = "CWWKF0011I";

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final ConsoleTail tail = new ConsoleTail();
    private volatile boolean ready;

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
    public static LibertyServer start(
            Path wlp, Path usr, String name, Map<String, String> environment, Consumer<String> console) {
        ProcessBuilder builder =
                new ProcessBuilder(wlp.resolve("bin/server").toString(), "run", name).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("WLP_USER_DIR", usr.toString());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            LibertyServer server = new LibertyServer(name, process);
            Thread reader = new Thread(() -> server.read(console), name + " console");
            reader.setDaemon(true);
            reader.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, name + " end"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The server " + name + " could not be started", e);
        }
    }

    private void read(Consumer<String> console) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> {
                tail.add(line);
                if (line.contains(READY)) {
                    ready = true;
                }
                console.accept(line);
            });
        } catch (IOException | UncheckedIOException e) {
            console.accept("The console of the server ended: " + e.getMessage());
        }
    }

    /**
     * Waits until the address answers with this status, as long as the server makes progress.
     *
     * @throws IllegalStateException if its process ends before
     * @throws TimeoutException if it makes no progress for three minutes, or has not started after 15 minutes
     */
    void awaitAnswer(HttpClient client, URI uri, int status) throws InterruptedException, TimeoutException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(LONGEST_ANSWER).build();
        await("The server " + name + " did not answer " + status + " at " + uri, () -> {
            try {
                return client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == status;
            } catch (IOException e) {
                return false; // It does not listen yet.
            }
        });
    }

    /**
     * Waits until the server says that it is ready, as long as it makes progress.
     *
     * @throws IllegalStateException if its process ends before
     * @throws TimeoutException if it makes no progress for three minutes, or has not started after 15 minutes
     */
    public void awaitReady() throws InterruptedException, TimeoutException {
        await("The server " + name + " was not ready", () -> ready);
    }

    private interface Condition {
        boolean isMet() throws InterruptedException;
    }

    private void await(String what, Condition condition) throws InterruptedException, TimeoutException {
        new StartupWait(System::nanoTime, pause -> TimeUnit.NANOSECONDS.sleep(pause.toNanos()))
                .await(what, new StartupWait.Server() {
                    @Override
                    public boolean answers() throws InterruptedException {
                        return condition.isMet();
                    }

                    @Override
                    public String end() {
                        return process.isAlive() ? "" : "ended with exit code " + process.exitValue();
                    }

                    @Override
                    public long lines() {
                        return tail.count();
                    }

                    @Override
                    public Duration processorTime() {
                        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                                .reduce(Duration.ZERO, Duration::plus);
                    }

                    @Override
                    public String lastLines() {
                        return tail.text();
                    }
                });
    }

    long processId() {
        return process.pid();
    }

    /** Stops the server in an orderly way, but kills it after ten seconds. */
    public void stop() {
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

    /** Makes the server hang: it accepts connections and does nothing, until {@link #resume} is called. */
    void suspend() {
        signal("STOP");
    }

    /** Lets a suspended server go on. */
    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).forEach(one -> {
            try {
                new ProcessBuilder("kill", "-" + name, String.valueOf(one.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Ends the process as a power failure would. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
