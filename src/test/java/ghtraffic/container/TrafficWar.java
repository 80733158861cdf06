package ghtraffic.container;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.flywaydb.database.derby.DerbyDatabaseType;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Builds the deployment for tests: the application as the build packed it, without its outer parts (pages, filters,
 * REST errors) and without the timer, but with the tests and the beans that they inject.
 */
public final class TrafficWar {

    private static final String INSIDE =
            "^(?!.*\\.xhtml$)(?!/WEB-INF/web\\.xml$)(?!/WEB-INF/classes/ghtraffic/(web|api)/)"
                    + "(?!/WEB-INF/classes/ghtraffic/collection/triggers/CollectionTimer\\.class$).*$";

    /** Modules whose tests run outside the server, or that only support other tests. */
    private static final Set<String> NOT_INSIDE =
            Set.of("api", "benchmark", "container", "e2e", "fixture", "standin", "wire");

    private static final Path TESTS = TestServer.PROJECT.resolve("target/test-classes");
    private static final Pattern OUTSIDE = Pattern.compile(".*(\\$.*|Test|Benchmark|package-info)\\.class");

    private TrafficWar() {}

    /** Builds the deployment that all tests share. Each process deploys it once. */
    public static WebArchive shared() {
        GenericArchive built = ShrinkWrap.create(ZipImporter.class)
                .importFrom(TestServer.PROJECT
                        .resolve("target/github-traffic-analytics.war")
                        .toFile())
                .as(GenericArchive.class);
        WebArchive war = ShrinkWrap.create(WebArchive.class, "inside.war")
                .merge(built, Filters.include(INSIDE))
                .addClasses(TestDatabase.class, TestClock.class, AtOnce.class)
                .addClasses(modules().flatMap(TrafficWar::classes).toArray(Class<?>[]::new))
                .addAsLibrary(jarOf(Assertions.class));
        return TestServer.isOnTheWire() ? war.addAsLibrary(jarOf(DerbyDatabaseType.class)) : war;
    }

    /** Returns the modules that have tests for inside the server. */
    private static Stream<Path> modules() {
        return entries(TESTS.resolve("ghtraffic"))
                .filter(Files::isDirectory)
                .filter(module -> !NOT_INSIDE.contains(String.valueOf(module.getFileName())))
                .filter(module -> files(module).anyMatch(file -> file.toString().endsWith("IT.class")));
    }

    /** Returns the tests of a module and their supporting classes. */
    private static Stream<Class<?>> classes(Path module) {
        return files(module)
                .filter(file -> !OUTSIDE.matcher(file.toString()).matches())
                .map(file -> TESTS.relativize(file).toString())
                .map(name -> load(
                        name.substring(0, name.length() - ".class".length()).replace(File.separatorChar, '.')));
    }

    private static Stream<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        return entries(folder)
                .flatMap(entry -> Files.isDirectory(entry) ? files(entry) : Stream.of(entry))
                .filter(file -> file.toString().endsWith(".class"));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, TrafficWar.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
