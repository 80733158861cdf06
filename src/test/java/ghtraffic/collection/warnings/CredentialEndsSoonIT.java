package ghtraffic.collection.warnings;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.collection.workshop.RecordedEvents;
import ghtraffic.container.AtOnce;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.tenants.TenantStore;
import ghtraffic.tenants.credentials.CredentialReplaced;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The end of a token is told once at each threshold. The database alone remembers it, so a new start repeats nothing. */
@ExtendWith(ArquillianExtension.class)
class CredentialEndsSoonIT {

    private static final Instant END = Instant.parse("2026-04-01T08:30:00Z");
    private static final Instant LATER_END = Instant.parse("2026-06-01T08:30:00Z");

    @Inject
    private CredentialEndWatcher watcher;

    @Inject
    private TenantStore tenants;

    @Inject
    private Event<CredentialReplaced> replaced;

    @Inject
    private RecordedEvents events;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Inject
    private AtOnce atOnce;

    @Inject
    private UserTransaction transaction;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.empty();
        database.run("insert into tenants (tid, fname, ghuser, ghtoken) values"
                + " (1, 'One', 'one', 'x'), (2, 'Two', 'two', 'x'), (3, 'Three', 'three', 'x')");
        events.forget();
    }

    @AfterEach
    void refuseNothing() {
        events.forget();
    }

    @Test
    void eachThresholdIsToldOnce() throws SQLException {
        ends(1, "2026-04-01 08:30:00");
        assertThat(announcedBefore(Duration.ofDays(15))).isEmpty();
        assertThat(announcedBefore(Duration.ofDays(14).plusSeconds(1))).isEmpty();
        assertThat(announcedBefore(Duration.ofDays(14))).containsExactly(warning(14));
        assertThat(announcedBefore(Duration.ofDays(14))).isEmpty();
        assertThat(announcedBefore(Duration.ofDays(8))).isEmpty();
        assertThat(announcedBefore(Duration.ofDays(7))).containsExactly(warning(7));
        assertThat(announcedBefore(Duration.ofDays(6))).isEmpty();
        assertThat(announcedBefore(Duration.ofDays(3))).containsExactly(warning(3));
        assertThat(announcedBefore(Duration.ofDays(2))).isEmpty();
        assertThat(announcedBefore(Duration.ofDays(1))).containsExactly(warning(1));
        assertThat(announcedBefore(Duration.ZERO)).isEmpty();
        assertThat(announcedBefore(Duration.ofDays(-30))).isEmpty();
    }

    @Test
    void ofSeveralThatPassedTheSmallestIsTold() throws SQLException {
        ends(1, "2026-04-01 08:30:00");
        assertThat(announcedBefore(Duration.ofDays(6))).containsExactly(warning(7));
        assertThat(announcedBefore(Duration.ofDays(10)))
                .as("by a server whose clock is behind")
                .isEmpty();
        assertThat(announcedBefore(Duration.ofHours(20))).containsExactly(warning(1));
        assertThat(announcedBefore(Duration.ofDays(2))).isEmpty();
    }

    @Test
    void aTokenThatEndedMeanwhileIsToldOnce() throws SQLException {
        ends(1, "2026-04-01 08:30:00");
        assertThat(announcedBefore(Duration.ofDays(-2))).containsExactly(warning(1));
        assertThat(announcedBefore(Duration.ofDays(-3))).isEmpty();
    }

    @Test
    void anEndThatMovesALittleIsTheSame() throws SQLException {
        ends(1, "2026-04-01 08:30:00");
        assertThat(announcedBefore(Duration.ofDays(7))).containsExactly(warning(7));
        database.run("update credentialhealth set expiresat = '2026-04-01 09:30:00' where tid = 1");
        assertThat(announcedBefore(Duration.ofDays(6))).isEmpty();
    }

    @Test
    void aTokenWithoutAnEndIsNotTold() throws SQLException {
        database.run("insert into credentialhealth (tid, seenat) values (1, '2026-03-01 00:00:00')");
        assertThat(announcedBefore(Duration.ZERO)).isEmpty();
    }

    @Test
    void aReplacedTokenStartsAnew() throws Exception {
        ends(1, "2026-04-01 08:30:00");
        assertThat(announcedBefore(Duration.ofDays(7))).containsExactly(warning(7));
        transaction.begin();
        replaced.fire(new CredentialReplaced(1));
        transaction.commit();
        assertThat(announcedBefore(Duration.ofDays(1)))
                .as("the end of the token before")
                .isEmpty();
        ends(1, "2026-06-01 08:30:00");
        assertThat(announcedBefore(Duration.ofDays(1))).isEmpty();
        clock.set(LATER_END.minus(Duration.ofDays(7)));
        assertThat(announced()).containsExactly(new CredentialEndsSoon(1, LATER_END, 7));
    }

    @Test
    void ofSeveralServersOneTells() throws Exception {
        for (int tenant = 1; tenant <= 3; tenant++) {
            ends(tenant, "2026-04-01 08:30:00");
        }
        clock.set(END.minus(Duration.ofDays(5)));
        assertThat(atOnce.call(4, server -> {
                    watcher.announce();
                    return "done";
                }))
                .containsOnly("done");
        assertThat(events.committed(CredentialEndsSoon.class))
                .extracting(CredentialEndsSoon::tenant)
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void anObserverThatFailsIsToldAgainAndKeepsNoOtherTenantFromIt() throws SQLException {
        ends(1, "2026-04-01 08:30:00");
        ends(2, "2026-04-01 08:30:00");
        events.refuse(event -> event instanceof CredentialEndsSoon warning && warning.tenant() == 1);
        assertThat(announcedBefore(Duration.ofDays(3))).containsExactly(new CredentialEndsSoon(2, END, 3));
        events.forget();
        assertThat(announcedBefore(Duration.ofDays(3))).containsExactly(warning(3));
    }

    @Test
    void nothingIsLeftOfARemovedTenant() throws SQLException {
        ends(1, "2026-04-01 08:30:00");
        ends(2, "2026-04-01 08:30:00");
        announcedBefore(Duration.ofDays(3));
        assertThat(tenants.remove(1, false)).isTrue();
        assertThat(database.rows("select tid, days from credentialwarnings")).containsExactly("2 3");
    }

    private void ends(int tenant, String end) throws SQLException {
        database.run("insert into credentialhealth (tid, expiresat, seenat) values (%d, '%s', '2026-03-01 00:00:00')"
                .formatted(tenant, end));
    }

    /** What is told when the clock shows a time before the end, or after it. */
    private List<CredentialEndsSoon> announcedBefore(Duration left) {
        clock.set(END.minus(left));
        return announced();
    }

    private List<CredentialEndsSoon> announced() {
        int before = events.committed(CredentialEndsSoon.class).size();
        watcher.announce();
        List<CredentialEndsSoon> all = events.committed(CredentialEndsSoon.class);
        return all.subList(before, all.size());
    }

    private static CredentialEndsSoon warning(int days) {
        return new CredentialEndsSoon(1, END, days);
    }
}
