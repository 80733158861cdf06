package ghtraffic.collection.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators are told of the last success. */
@ExtendWith(ArquillianExtension.class)
class CollectionMetricsIT {

    @Inject
    private CollectionMetrics metrics;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.empty();
        clock.set(Instant.parse("2026-03-12T10:00:00Z"));
    }

    @Test
    void secondsAreCountedFromTheLatestSuccessOfAny() throws SQLException {
        database.run("insert into repohealth (rid, lastattempt, lastsuccess, state, failures) values"
                + " (11, '2026-03-12 09:59:00', '2026-03-12 09:58:30', 'failed', 1),"
                + " (12, '2026-03-12 09:57:00', '2026-03-12 09:57:00', 'ok', 0)");
        assertThat(metrics.secondsSinceLastSuccess()).hasValue(90);
    }

    @Test
    void withoutASuccessThereAreNone() throws SQLException {
        assertThat(metrics.secondsSinceLastSuccess()).isEmpty();
        database.run("insert into repohealth (rid, lastattempt, state, failures) values"
                + " (11, '2026-03-12 09:59:00', 'failed', 1)");
        assertThat(metrics.secondsSinceLastSuccess()).isEmpty();
    }
}
