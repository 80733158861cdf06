package ghtraffic.server.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs in the server's process before the server itself, as a Java agent named in {@code jvm.options}. It turns bound
 * services into settings and adds settings that follow from others. It puts them into system properties, where the
 * server looks for its variables, so no secret is written to a file. If settings are missing or wrong, or a key file or
 * the database cannot be used, it makes the server run the notice {@code github-traffic-analytics-notice.war} instead of
 * the application.
 */
public final class ServerStart {

    static final String NO_FILE = "The certificate of the bound Db2 cannot be written to a temporary file";

    /** The exit code of a start that may succeed the next time: the database is late, or its file is in use. */
    static final int TRY_AGAIN = 75;

    private ServerStart() {}

    /** Reads the environment and the server's variable files. The working folder is the one of {@code server.xml}. */
    public static void premain(@Nullable String nothing) {
        Map<String, String> given = new HashMap<>(System.getenv());
        System.getProperties().forEach((name, value) -> given.put(String.valueOf(name), String.valueOf(value)));
        given.putAll(files(variableFolders()));
        StartConfiguration configuration = StartConfiguration.of(given, ServerStart::kept);
        configuration.added().forEach(System::setProperty);
        SignInSettings signIn = SignInSettings.of(name ->
                !given.getOrDefault(name, "").isBlank() || configuration.added().containsKey(name));
        signIn.properties(given.getOrDefault(SignInSettings.TRUSTED, ""), random())
                .forEach(System::setProperty);
        // For what runs in the server outside the application, where the server's variables cannot be read.
        System.setProperty("traffic.address", given.getOrDefault("FULL_HOSTNAME", ""));
        List<String> needs = new ArrayList<>(configuration.broken());
        if (configuration.isComplete()) {
            trust(TrustedCertificates.of(given)).ifPresent(needs::add);
            given.putAll(configuration.added());
            stopInOrder(given);
            needs.addAll(lasting(given));
        }
        if (!configuration.missing().isEmpty() || !needs.isEmpty()) {
            System.setProperty("APPLICATION_FILE", "github-traffic-analytics-notice.war");
            System.setProperty("notice.missing", String.join(", ", configuration.missing()));
            System.setProperty("notice.broken", String.join("\n", needs));
            // The notice is where everybody looks for it.
            Map.of("HTTPS_PORT", "9443", "HTTP_PORT", "-1", "TRUSTED_PROXIES", "none", "SESSION_HOURS", "8")
                    .entrySet()
                    .stream()
                    .filter(setting -> SettingRules.isBroken(given, setting.getKey()))
                    .forEach(setting -> System.setProperty(setting.getKey(), setting.getValue()));
            Predicate<String> unusable = setting -> configuration.missing().contains(setting + "_PASSWORD")
                    || needs.stream().anyMatch(need -> need.contains(setting + "_FILE"));
            lend(unusable, "KEYSTORE", "key.p12");
            lend(unusable, "LTPA", "ltpa.keys");
        } else if (signIn.openId()) {
            ProviderWatch.begin(
                    given.getOrDefault("APPID_OAUTH_SERVER_URL", ""),
                    ServerFolder.of(given).output());
        }
    }

    /**
     * Looks at files and database, and returns sentences about what only the operator can put right. If nothing but a
     * new start is needed, it ends the process with {@value #TRY_AGAIN}, so that the platform starts it again.
     */
    private static List<String> lasting(Map<String, String> given) {
        ServerFolder folder = ServerFolder.of(given);
        List<Finding> findings = new ArrayList<>(KeyFiles.findings(folder));
        PortState.finding(given).ifPresent(findings::add);
        DatabaseState.finding(folder, given.getOrDefault("DB2_URI", "")).ifPresent(findings::add);
        List<String> lasting = findings.stream()
                .filter(finding -> !finding.heals())
                .map(Finding::sentence)
                .toList();
        if (lasting.isEmpty() && !findings.isEmpty()) {
            // The server's log does not exist yet.
            System.err.println("The server does not start: " + findings.get(0).sentence() + ". Exit code " + TRY_AGAIN
                    + ": start it again.");
            System.exit(TRY_AGAIN);
        }
        return lasting;
    }

    /** With a database of its own a server is alone, and nobody takes over from it. */
    private static void stopInOrder(Map<String, String> given) {
        String delay = given.getOrDefault("SHUTDOWN_DELAY_SECONDS", "").strip();
        boolean alone = given.getOrDefault("DB2_URI", "").isBlank();
        OrderlyStop.install(Duration.ofSeconds(delay.isEmpty() ? (alone ? 0 : 5) : Long.parseLong(delay)));
    }

    /**
     * Makes the whole process trust the certificates, the server and the database driver too. Returns a sentence if that
     * is not possible.
     */
    private static Optional<String> trust(TrustedCertificates certificates) {
        if (!certificates.isNeeded()) {
            return Optional.empty();
        }
        try {
            String password = random();
            Path file = ownerOnly("trusted.p12");
            certificates.write(file, password.toCharArray());
            System.setProperty("javax.net.ssl.trustStore", file.toString());
            System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
            System.setProperty("javax.net.ssl.trustStorePassword", password);
            return Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            return Optional.of(
                    "TRUSTED_CERTIFICATES cannot be prepared in the folder for temporary files: make it writable");
        }
    }

    private static String random() {
        byte[] drawn = new byte[32];
        new SecureRandom().nextBytes(drawn);
        return Base64.getUrlEncoder().encodeToString(drawn);
    }

    private static List<Path> variableFolders() {
        String folders = System.getenv("VARIABLE_SOURCE_DIRS");
        return folders == null || folders.isBlank()
                ? List.of(Path.of("variables"))
                : Stream.of(folders.split(File.pathSeparator)).map(Path::of).toList();
    }

    /** Reads settings from files: the file name is the setting, as in a mounted Kubernetes secret. */
    static Map<String, String> files(List<Path> folders) {
        Map<String, String> settings = new HashMap<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        settings.put(file.getFileName().toString(), Files.readString(file));
                    }
                } catch (IOException e) {
                    // The server itself reports a folder or file that cannot be read. Its settings count as missing.
                    continue;
                }
            }
        }
        return settings;
    }

    /**
     * Lends a key file and its password for this one run, if the right ones are missing or cannot be used. Without a
     * password the server would create its key file with a wrong one and later refuse that file with the right one.
     */
    private static void lend(Predicate<String> unusable, String kind, String name) {
        if (!unusable.test(kind)) {
            return;
        }
        try {
            System.setProperty(kind + "_FILE", ownerOnly(name).toString());
            System.setProperty(kind + "_PASSWORD", random());
        } catch (IOException e) {
            // Then there is no HTTPS either; the log still names what is missing.
            System.clearProperty(kind + "_FILE");
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

    /** Returns a new file in a folder that only this user can read. Both are deleted when the process ends. */
    private static Path ownerOnly(String name) throws IOException {
        Path folder = Files.createTempDirectory("github-traffic-");
        Path file = folder.resolve(name);
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return file;
    }
}
