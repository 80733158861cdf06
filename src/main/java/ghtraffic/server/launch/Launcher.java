package ghtraffic.server.launch;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The main class of {@code github-traffic-analytics.jar}. It unpacks the server, runs it until it ends, and exits with
 * its exit code. Settings come from the environment.
 */
public final class Launcher {

    private static final String DATA_DIR = "DATA_DIR";

    private Launcher() {}

    /** Runs the server. It takes no arguments. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            Path jar = Path.of(Launcher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (UnpackedServer server = UnpackedServer.of(jar, folder(System.getenv()))) {
                System.exit(run(server.home()));
            }
        } catch (IOException | URISyntaxException e) {
            System.getLogger(Launcher.class.getName())
                    .log(
                            Level.ERROR,
                            "The server cannot be unpacked into {0}: set WLP_OUTPUT_DIR to a folder that it may write to ({1})",
                            folder(System.getenv()),
                            e.toString());
            System.exit(1);
        }
    }

    /** Returns where the server is unpacked: in the output folder if one is set, else in the one for temporary files. */
    static Path folder(Map<String, String> environment) {
        String output = environment.getOrDefault("WLP_OUTPUT_DIR", "");
        // In a container a user may have no name; Java says "?" then, which no URL may hold.
        String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_");
        return output.isBlank()
                ? Path.of(System.getProperty("java.io.tmpdir")).resolve("github-traffic-analytics-" + user)
                : Path.of(output).toAbsolutePath().resolve("unpacked");
    }

    private static int run(Path wlp) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(wlp.resolve("bin/server").toString(), "run", "traffic").inheritIO();
        complete(builder.environment(), wlp);
        Process server = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
        return server.waitFor();
    }

    /**
     * Adds the settings that belong together with this way of starting. Unlike the unpacked files, the data must outlive
     * an update, so its default is a folder beside the caller.
     */
    static void complete(Map<String, String> environment, Path wlp) {
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("SERVER_WORKING_DIR", wlp.resolve("usr/servers/traffic").toString());
        Path data = Path.of(environment.getOrDefault(DATA_DIR, "data")).toAbsolutePath();
        environment.put(DATA_DIR, data.toString());
        environment.putIfAbsent("KEYSTORE_FILE", data.resolve("key.p12").toString());
        environment.putIfAbsent("LTPA_FILE", data.resolve("ltpa.keys").toString());
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            // The server looks at the folder too, and says in its log and on its pages what is wrong.
            return;
        }
    }

    /** Passes the signal to end on to the server, and waits until it has ended. */
    private static void end(Process server) {
        server.destroy();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
