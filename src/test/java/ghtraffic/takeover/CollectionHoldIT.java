package ghtraffic.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.collection.runs.CollectionStarter;
import ghtraffic.collection.runs.StartOutcome;
import ghtraffic.collection.workshop.Workshop;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Collecting waits in a database that was taken over, until an administrator lets it start. */
@ExtendWith(ArquillianExtension.class)
class CollectionHoldIT {

    @Inject
    private CollectionHold hold;

    @Inject
    private CollectionStarter collector;

    @Inject
    private Workshop workshop;

    @Inject
    private TestDatabase database;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.empty();
    }

    @Test
    void aFreshInstallationNeverWaits() throws SQLException {
        assertThat(hold.isHeld()).isFalse();
        hold.release("ann@example.com");
        assertThat(database.rows("select deed from auditlog")).isEmpty();
    }

    @Test
    void aTakenOverOneWaitsUntilItIsReleasedOnce() throws SQLException {
        database.run("insert into takeover (takeoverid) values (1)");
        assertThat(hold.isHeld()).isTrue();
        hold.release("ann@example.com");
        hold.release("bob@example.com");
        assertThat(hold.isHeld()).isFalse();
        assertThat(database.rows("select approvedby from takeover")).containsExactly("ann@example.com");
        assertThat(database.rows("select deed from auditlog")).containsExactly("collection.approve");
    }

    @Test
    void nobodyButAnAdministratorCollectsMeanwhile() throws SQLException {
        workshop.empty();
        workshop.tenant(1, "token");
        workshop.repository(1, 1);
        database.run("insert into takeover (takeoverid) values (1)");
        collector.startDue();
        assertThat(collector.startByEvent()).isInstanceOf(StartOutcome.Held.class);
        assertThat(collector.start(viewer(Role.SYSMAINT), null)).isInstanceOf(StartOutcome.Held.class);
        assertThat(database.rows("select runid from collectionruns")).isEmpty();
        assertThat(hold.isHeld()).isTrue();
    }

    private static Viewer viewer(Role role) {
        return new Viewer("mia@example.com", null, EnumSet.of(role), List.of());
    }
}
