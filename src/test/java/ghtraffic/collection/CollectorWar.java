package ghtraffic.collection;

import ghtraffic.container.TrafficWar;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What is deployed for tests of the collector, which have a GitHub of their own. */
final class CollectorWar {

    private CollectorWar() {}

    static WebArchive with(Class<?> test) {
        return TrafficWar.with(test)
                .addClasses(
                        ScriptedGitHub.class,
                        Saying.class,
                        TrueTraffic.class,
                        Heard.class,
                        Fault.class,
                        Workshop.class);
    }
}
