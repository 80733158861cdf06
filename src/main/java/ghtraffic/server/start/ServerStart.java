package ghtraffic.server.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What runs in the server's process before the server itself (a Java agent that {@code jvm.options} names): it puts what
 * bound services say, and what else follows from the settings, where the server looks for its variables, among the system
 * properties, so that no secret is written to a file. Where that is not enough to run the application, it has the server run
 * the notice {@code github-traffic-analytics-notice.war}.
 */
public final class ServerStart {

    static final String NO_FILE = "The certificate of the bound Db2 cannot be written to a temporary file";

    private ServerStart() {}

    /** Reads the environment and the server's variable files; the working folder is the one of {@code server.xml}. */
    public static void premain(@Nullable String nothing) {
        Map<String, String> given = new HashMap<>(System.getenv());
        System.getProperties().forEach((name, value) -> given.put(String.valueOf(name), String.valueOf(value)));
        given.putAll(files(variableFolders()));
        StartConfiguration configuration = StartConfiguration.of(given, ServerStart::kept);
        configuration.added().forEach(System::setProperty);
        if (!configuration.isComplete()) {
            System.setProperty("APPLICATION_FILE", "github-traffic-analytics-notice.war");
            System.setProperty("notice.missing", String.join(", ", configuration.missing()));
            System.setProperty("notice.broken", String.join("\n", configuration.broken()));
            lend(configuration.missing(), "KEYSTORE_PASSWORD", "KEYSTORE_FILE", "key.p12");
            lend(configuration.missing(), "LTPA_PASSWORD", "LTPA_FILE", "ltpa.keys");
        }
    }

    private static List<Path> variableFolders() {
        String folders = System.getenv("VARIABLE_SOURCE_DIRS");
        return folders == null || folders.isBlank()
                ? List.of(Path.of("variables"))
                : Stream.of(folders.split(File.pathSeparator)).map(Path::of).toList();
    }

    /** Settings whose name is that of a file, as a Kubernetes secret is mounted. */
    static Map<String, String> files(List<Path> folders) {
        Map<String, String> settings = new HashMap<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        settings.put(file.getFileName().toString(), Files.readString(file));
                    }
                } catch (IOException e) {
                    // The server itself says of a folder or file that it cannot be read; the settings in it are
                    // missing.
                    continue;
                }
            }
        }
        return settings;
    }

    /**
     * Without its password the server would make its keys with a wrong one, and refuse them with the right one. So it gets,
     * for this one run, another password and a file of its own.
     */
    private static void lend(List<String> missing, String password, String file, String name) {
        if (!missing.contains(password)) {
            return;
        }
        byte[] drawn = new byte[32];
        new SecureRandom().nextBytes(drawn);
        try {
            System.setProperty(file, ownerOnly(name).toString());
            System.setProperty(password, Base64.getUrlEncoder().encodeToString(drawn));
        } catch (IOException e) {
            // Then there is no HTTPS either; the log says what is missing all the same.
            System.clearProperty(file);
        }
    }

    private static String kept(byte[] certificate) {
        try {
            Path file = ownerOnly("db2.pem");
            Files.write(file, certificate);
            return file.toString();
        } catch (IOException e) {
            throw new IllegalArgumentException(NO_FILE, e);
        }
    }

    /** A file in a folder that nobody else may read, gone at the end of the process. */
    private static Path ownerOnly(String name) throws IOException {
        Path folder = Files.createTempDirectory("github-traffic-");
        Path file = folder.resolve(name);
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return file;
    }
}
