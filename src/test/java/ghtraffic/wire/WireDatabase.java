package ghtraffic.wire;

import com.ibm.db2.jcc.DB2SimpleDataSource;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.derby.drda.NetworkServerControl;
import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * A new, empty database that the IBM driver can connect to: a Derby network server on a free port with a bridge in
 * front of it. Its files are in a temporary folder that is deleted when the process ends. The server can be stopped
 * and started again and keeps its address and its data.
 */
public final class WireDatabase implements AutoCloseable {
    private static final String USER = "traffic";
    private static final String PASSWORD = "wire-test";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        // One engine serves all databases of the process and reads these when it starts. Test data needs no syncing.
        Path home = temporaryFolder();
        System.setProperty("derby.system.home", home.toString());
        System.setProperty("derby.system.durability", "test");
        // So many that Derby never evicts one: after an eviction, a thread once waited forever for a statement that
        // nobody prepared.
        System.setProperty("derby.language.statementCacheSize", "20000");
        // Derby's readers wait for writers, so collecting several repositories at once deadlocks now and then. By
        // default
        // Derby looks for a deadlock after 20 seconds; the application tries again at once.
        System.setProperty("derby.locks.deadlockTimeout", "1");
        // So many that no test asks for a second range of generated keys. Derby takes a range without waiting, so that
        // one of two inserts at the same moment fails; Db2 has no such failure.
        System.setProperty("derby.language.sequence.preallocator", "1000000");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
    }

    private final String name = "WIRE" + COUNT.incrementAndGet();
    private final DrdaBridge bridge;
    private boolean running;

    /** Creates the database, starts its server, and waits until it answers. */
    public WireDatabase() {
        try {
            EmbeddedDataSource created = embedded();
            created.setCreateDatabase("create");
            created.getConnection(USER, PASSWORD).close();
            bridge = new DrdaBridge();
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be created", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startServer();
    }

    /** Returns the address for the setting {@code DB2_URI}, with user and password before the host. */
    public String db2Uri() {
        return "db2://%s:%s@127.0.0.1:%d/%s".formatted(USER, PASSWORD, bridge.port(), name);
    }

    /** Returns the address for the driver, with user and password as properties. */
    public String jdbcUrl() {
        return "jdbc:db2://127.0.0.1:%d/%s:user=%s;password=%s;".formatted(bridge.port(), name, USER, PASSWORD);
    }

    /** Returns a data source of the IBM driver, without a pool. */
    public DataSource dataSource() {
        DB2SimpleDataSource source = new DB2SimpleDataSource();
        source.setDriverType(4);
        source.setServerName("127.0.0.1");
        source.setPortNumber(bridge.port());
        source.setDatabaseName(name);
        source.setUser(USER);
        source.setPassword(PASSWORD);
        return source;
    }

    /** Starts the server unless it is running, and waits until it answers. */
    public void startServer() {
        if (running) {
            return;
        }
        try {
            NetworkServerControl server = control();
            server.start(new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            awaitAnswer(server);
            running = true;
        } catch (Exception e) {
            throw new IllegalStateException("The test database server did not start", e);
        }
    }

    /** Stops the server: open connections break, and new ones are refused until it is started again. */
    public void stopServer() {
        if (!running) {
            return;
        }
        try {
            bridge.cut();
            control().shutdown();
            running = false;
            shutDownDatabase();
        } catch (Exception e) {
            throw new IllegalStateException("The test database server did not stop", e);
        }
    }

    @Override
    public void close() {
        stopServer();
        try {
            bridge.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedDataSource embedded() {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(name);
        return source;
    }

    /** Shuts the database down. Derby reports a proper shutdown as the error 08006. */
    private void shutDownDatabase() throws SQLException {
        EmbeddedDataSource source = embedded();
        source.setShutdownDatabase("shutdown");
        try {
            source.getConnection(USER, PASSWORD).close();
        } catch (SQLException e) {
            if (!"08006".equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private NetworkServerControl control() throws Exception {
        return new NetworkServerControl(InetAddress.getLoopbackAddress(), bridge.serverPort(), USER, PASSWORD);
    }

    private static void awaitAnswer(NetworkServerControl server) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                server.ping();
                return;
            } catch (Exception notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("wire");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
