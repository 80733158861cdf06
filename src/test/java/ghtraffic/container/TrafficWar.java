package ghtraffic.container;

import java.io.File;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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
 * The application as the build packed it, without what it shows to the outside (pages, filters, REST errors) and what it does
 * by itself (the timer), and with tests and what those inject.
 */
public final class TrafficWar {

    private static final String INSIDE =
            "^(?!.*\\.xhtml$)(?!/WEB-INF/web\\.xml$)(?!/WEB-INF/classes/ghtraffic/(web|api)/)"
                    + "(?!/WEB-INF/classes/ghtraffic/collection/CollectionTimer\\.class$).*$";

    private static final List<String> ROOMS = List.of("catalogue", "collection", "identity", "traffic");
    private static final Pattern OUTSIDE = Pattern.compile(".*(\\$.*|Test|Benchmark|package-info)\\.class");

    static final String SHARED = "inside.war";

    private TrafficWar() {}

    /** What all tests share that are not {@link Alone}; it is deployed once in each process that runs tests. */
    public static WebArchive shared() {
        return war(SHARED, type -> !type.isAnnotationPresent(Alone.class));
    }

    /** What is deployed for a test class that is {@link Alone}. */
    public static WebArchive with(Class<?> test) {
        return war("alone.war", type -> type.equals(test) || !type.getName().endsWith("IT"));
    }

    private static WebArchive war(String name, Predicate<Class<?>> chosen) {
        GenericArchive built = ShrinkWrap.create(ZipImporter.class)
                .importFrom(TestServer.PROJECT
                        .resolve("target/github-traffic-analytics.war")
                        .toFile())
                .as(GenericArchive.class);
        WebArchive war = ShrinkWrap.create(WebArchive.class, name)
                .merge(built, Filters.include(INSIDE))
                .addClasses(TestDatabase.class, TestClock.class, AtOnce.class, Alone.class)
                .addClasses(ROOMS.stream()
                        .flatMap(TrafficWar::classes)
                        .filter(chosen)
                        .toArray(Class<?>[]::new))
                .addAsLibrary(jarOf(Assertions.class));
        return TestServer.isOnTheWire() ? war.addAsLibrary(jarOf(DerbyDatabaseType.class)) : war;
    }

    /** The tests of a room, and what they need. */
    private static Stream<Class<?>> classes(String room) {
        String[] files = TestServer.PROJECT
                .resolve("target/test-classes/ghtraffic/" + room)
                .toFile()
                .list();
        return Stream.of(Objects.requireNonNull(files, room))
                .filter(file -> !OUTSIDE.matcher(file).matches())
                .sorted()
                .map(file -> load("ghtraffic." + room + "." + file.substring(0, file.length() - ".class".length())));
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
