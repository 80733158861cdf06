package ghtraffic.collection.health;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.catalog.RepositoryStore;
import ghtraffic.catalog.Schedule;
import ghtraffic.catalog.TrackedRepository;
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

/** What a changed schedule does to what was planned. Repository 11 is weekly and due in some days; the server pauses. */
@ExtendWith(ArquillianExtension.class)
class ScheduleIT {

    @Inject
    private RepositoryStore repositories;

    @Inject
    private HealthStore health;

    @Inject
    private ClockWatch watch;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        clock.set(Instant.parse("2026-03-12T10:00:00Z"));
        database.empty();
        database.run(
                "insert into ghorgusers (oid, username, usertype) values (1, 'acme', 'O')",
                "insert into repos (rid, rname, ghserverid, oid, schedule, githubid) values (11, 'apple', 1, 1, 2, 111)",
                "insert into tenants (tid, fname, ghuser, ghtoken) values (1, 'One', 'one', 'x')",
                "insert into tenantrepos (tid, rid) values (1, 11)",
                "insert into repohealth (rid, lastattempt, state, nextattempt, failures)"
                        + " values (11, '2026-03-12 09:00:00', 'ok', '2026-03-15 09:00:00', 0)");
    }

    @Test
    void anotherScheduleIsPlannedAnew() {
        assertThat(health.due()).isEmpty();
        repositories.schedule(11, Schedule.HOURLY);
        assertThat(health.due()).extracting(TrackedRepository::id).containsExactly(11);
    }

    @Test
    void theSameScheduleChangesNothing() {
        repositories.schedule(11, Schedule.WEEKLY);
        assertThat(health.due()).isEmpty();
    }

    @Test
    void whatPausesIsNotDue() {
        repositories.schedule(11, Schedule.PAUSED);
        assertThat(health.due()).isEmpty();
        repositories.schedule(11, Schedule.DEFAULT);
        assertThat(health.due()).as("the server's own schedule pauses").isEmpty();
    }

    @Test
    void whatWasPlannedWhenTheClockWasAheadIsNotBelieved() throws SQLException {
        database.run("update repohealth set lastattempt = '2027-03-12 09:00:00', nextattempt = '2027-03-12 10:00:00'");
        assertThat(health.due()).extracting(TrackedRepository::id).containsExactly(11);
        database.run("update repohealth set lastattempt = '2026-03-12 10:04:00', nextattempt = '2026-03-12 11:00:00'");
        assertThat(health.due())
                .as("the clocks of two servers may be minutes apart")
                .isEmpty();
    }

    @Test
    void aClockThatWasSetBackIsNoticed() {
        assertThat(health.due()).isEmpty();
        clock.set(Instant.parse("2026-03-11T09:00:00Z"));
        health.due();
        assertThat(watch.wasAt()).contains(Instant.parse("2026-03-12T10:00:00Z"));
    }

    @Test
    void anUnknownRepositoryHasNoSchedule() throws SQLException {
        repositories.schedule(99, Schedule.HOURLY);
        assertThat(database.rows("select schedule from repos")).containsExactly("2");
    }
}
