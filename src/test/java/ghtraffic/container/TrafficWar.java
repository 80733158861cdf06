package ghtraffic.container;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.flywaydb.database.derby.DerbyDatabaseType;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The application as the build packed it, without what it shows to the outside (pages, filters, REST errors) and what it does
 * by itself (the timer), and with a test class and what that injects.
 */
public final class TrafficWar {

    private static final String INSIDE =
            "^(?!.*\\.xhtml$)(?!/WEB-INF/web\\.xml$)(?!/WEB-INF/classes/ghtraffic/(web|api)/)"
                    + "(?!/WEB-INF/classes/ghtraffic/collection/CollectionTimer\\.class$).*$";

    private TrafficWar() {}

    /** What is deployed for a test class. */
    public static WebArchive with(Class<?> test) {
        GenericArchive built = ShrinkWrap.create(ZipImporter.class)
                .importFrom(TestServer.PROJECT
                        .resolve("target/github-traffic-analytics.war")
                        .toFile())
                .as(GenericArchive.class);
        WebArchive war = ShrinkWrap.create(WebArchive.class, "inside.war")
                .merge(built, Filters.include(INSIDE))
                .addClasses(test, TestDatabase.class, TestClock.class, AtOnce.class)
                .addAsLibrary(jarOf(Assertions.class));
        return TestServer.isOnTheWire() ? war.addAsLibrary(jarOf(DerbyDatabaseType.class)) : war;
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
