package ghtraffic.container;

import ghtraffic.sandbox.LibertyServer;
import ghtraffic.wire.WireDatabase;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.event.container.BeforeSetup;
import org.jboss.arquillian.core.api.annotation.Observes;

/**
 * Starts the server for Arquillian's tests, once in each process that runs tests. The server is created from scratch:
 * with the drivers and the role registry of the application's server, its own settings, which override those of the
 * environment, and an empty database.
 */
public final class TestServer {

    static final Path PROJECT =
            Path.of(System.getProperty("project.directory", "")).toAbsolutePath();

    private static final Path WLP = PROJECT.resolve("target/liberty/wlp");
    private static final Path SERVERS = WLP.resolve("usr/servers");
    /** The number of the process that runs the tests, which determines the name and the ports of its server. */
    private static final String FORK = System.getProperty("fork.number", "1");

    private static final Path HOME = SERVERS.resolve("arquillian-" + FORK);

    private static final List<String> SECRETS =
            List.of("APPID_SECRET", "CREDENTIAL_KEY", "CREDENTIAL_KEY_BEFORE", "KEYSTORE_PASSWORD", "LTPA_PASSWORD");

    private static boolean started;

    /** Returns whether the database is reached over the Db2 wire protocol; otherwise it is the embedded one. */
    static boolean isOnTheWire() {
        String database = System.getProperty("test.database", "embedded");
        return switch (database) {
            case "embedded" -> false;
            case "db2-wire" -> true;
            default -> throw new IllegalArgumentException("test.database: must be embedded or db2-wire");
        };
    }

    /** Starts the server before the first test class. Arquillian connects to a server that is already running. */
    void prepare(@Observes BeforeSetup event) throws IOException, InterruptedException, TimeoutException {
        if (started) {
            return;
        }
        started = true;
        delete(HOME);
        copy(SERVERS.resolve("traffic/resources"), HOME.resolve("resources"));
        Files.copy(PROJECT.resolve("src/test/arquillian/server.xml"), HOME.resolve("server.xml"));
        Files.write(
                HOME.resolve("jvm.options"),
                List.of("-Xmx384m", "-XX:+UseSerialGC", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8"));
        try (Writer file = Files.newBufferedWriter(HOME.resolve("bootstrap.properties"))) {
            settings(databaseAddress()).store(file, null);
        }
        LibertyServer.start(WLP, WLP.resolve("usr"), HOME.getFileName().toString(), Map.of(), line -> {})
                .awaitReady();
    }

    private static String databaseAddress() {
        return isOnTheWire()
                ? new WireDatabase().db2Uri()
                : "jdbc:h2:" + HOME.resolve("data/traffic") + ";MODE=DB2;WRITE_DELAY=0";
    }

    private static Properties settings(String databaseAddress) {
        Properties settings = new Properties();
        settings.setProperty("DB2_URI", databaseAddress);
        // Without this, the GitHub of the tests, which is the JDK's HTTP server, delays each answer by 40 ms.
        settings.setProperty("sun.net.httpserver.nodelay", "true");
        settings.setProperty("HTTP_PORT", "1908" + FORK);
        settings.setProperty("HTTPS_PORT", "1944" + FORK);
        settings.setProperty("FULL_HOSTNAME", "https://localhost:1944" + FORK);
        settings.setProperty("COLLECT_SCHEDULE", "paused");
        settings.setProperty("GITHUB_API_URL", "http://127.0.0.1:1909" + FORK);
        settings.setProperty("GITHUB_SERVERS_ALLOWED", "git.example.com, ghe.example.com:8443");
        settings.setProperty("GITHUB_REQUESTS_PER_MINUTE", "10000000");
        settings.setProperty("GITHUB_TIMEOUT_SECONDS", "2");
        settings.setProperty("APPID_CLIENT_ID", "in-container-tests");
        settings.setProperty("APPID_OAUTH_SERVER_URL", "https://localhost:19450");
        String recording = System.getProperty("replay.file");
        if (recording != null) {
            settings.setProperty("replay.file", recording);
        }
        for (String secret : SECRETS) {
            settings.setProperty(secret, secret());
        }
        return settings;
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
