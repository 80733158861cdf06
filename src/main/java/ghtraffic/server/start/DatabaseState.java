package ghtraffic.server.start;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Opens the database once, before the server does, to find out whether the application can run on it. */
final class DatabaseState {

    private static final int ATTEMPTS = 5;
    private static final String H2 = "jdbc:h2:";
    private static final String NOT_THERE_YET = "90146";
    private static final String IN_USE = "90020";
    /** How messages of the driver begin that have a translation. */
    private static final List<String> NAMED = List.of("DB2_URI has options", "DB2_URI must say");

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    /** Opens a connection. */
    interface Connecting {
        Connection open() throws SQLException;
    }

    /** Waits between two attempts. */
    interface Pause {
        void last(Duration duration) throws InterruptedException;
    }

    private DatabaseState() {}

    /**
     * Returns why the application cannot run on its database. A database that does not answer is tried five times in 15
     * seconds.
     *
     * @param uri {@code DB2_URI}; empty for the embedded database in {@code DATA_DIR}
     */
    static Optional<Finding> finding(ServerFolder folder, String uri) {
        Path data = folder.path("DATA_DIR", "data");
        if (uri.isBlank()) {
            Path file = data.resolve("traffic.mv.db");
            if (!ServerFolder.isWritable(data) || Files.exists(file) && !Files.isWritable(file)) {
                return Optional.of(Finding.lasting("DATA_DIR and the database in it cannot be written to: give both to"
                        + " the user of the server, or set another folder"));
            }
            if (!Files.exists(file)) {
                return Optional.empty();
            }
        }
        String url = uri.isBlank() ? H2 + data.resolve("traffic") + ";MODE=DB2;WRITE_DELAY=0" : uri.strip();
        try (URLClassLoader drivers = drivers()) {
            Driver driver = Class.forName("ghtraffic.server.driver.TrafficDriver", true, drivers)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
            return finding(
                    () -> open(driver, url.startsWith(H2) ? url + ";IFEXISTS=TRUE" : url),
                    url.startsWith(H2),
                    wait -> Thread.sleep(wait.toMillis()));
        } catch (IOException | ReflectiveOperationException e) {
            return Optional.empty(); // The server itself says so.
        }
    }

    /**
     * Connects to the database.
     *
     * @throws SQLException if that fails, or the driver does not know such an address
     */
    static Connection open(Driver driver, String url) throws SQLException {
        Connection connection = driver.connect(url, new Properties());
        if (connection == null) {
            throw new SQLException(new IllegalArgumentException("the driver knows no such address"));
        }
        return connection;
    }

    static Optional<Finding> finding(Connecting connecting, boolean embedded, Pause pause) {
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = connecting.open()) {
                return SchemaHistory.finding(connection);
            } catch (SQLException e) {
                Optional<Finding> finding = finding(e, embedded);
                if (attempt == ATTEMPTS || finding.filter(Finding::heals).isEmpty()) {
                    return finding;
                }
            }
            try {
                pause.last(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            wait = wait.multipliedBy(2);
        }
    }

    private static Optional<Finding> finding(SQLException failure, boolean embedded) {
        String state = String.valueOf(failure.getSQLState());
        if (embedded && state.equals(NOT_THERE_YET)) {
            return Optional.empty();
        }
        if (embedded && state.equals(IN_USE)) {
            return Optional.of(Finding.passing(
                    "The file of the database is in use: only one server can open it, so end the other one"));
        }
        if (state.startsWith("28")) {
            return Optional.of(
                    Finding.lasting("The database refuses user or password: set those in DB2_URI that it knows"));
        }
        if (failure.getCause() instanceof IllegalArgumentException wrong) {
            String what = String.valueOf(wrong.getMessage());
            return Optional.of(Finding.lasting(
                    NAMED.stream().anyMatch(what::startsWith)
                            ? what
                            : "DB2_URI cannot be read: write it in one of the forms of the README"));
        }
        if (failure.getCause() instanceof ClassNotFoundException) {
            return Optional.of(Finding.lasting(
                    "The driver of the database is not in resources/jdbc: put it there, or set another DB2_URI"));
        }
        return Optional.of(
                embedded
                        ? Finding.lasting("The file of the database cannot be read (SQLSTATE " + state
                                + "): restore the backup, and start again")
                        : Finding.passing("The database cannot be reached (SQLSTATE " + state
                                + "): check that it runs, and that DB2_URI names its host, port and name"));
    }

    private static URLClassLoader drivers() throws IOException {
        List<URL> jars = new ArrayList<>();
        for (String folder : List.of("resources/jdbc", "resources/registry")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path jar :
                        files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                    jars.add(jar.toUri().toURL());
                }
            }
        }
        return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
