package ghtraffic.tenants.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghtraffic.collection.workshop.RecordedEvents;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.secrets.Secret;
import ghtraffic.tenants.TenantCredential;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tenant 1 has rules of discovery, and something is known of its credential. */
@ExtendWith(ArquillianExtension.class)
class CredentialReplacedIT {

    @Inject
    private CredentialStore store;

    @Inject
    private RecordedEvents events;

    @Inject
    private TestDatabase database;

    @Inject
    private UserTransaction transaction;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.empty();
        database.run(
                "insert into tenants (tid, fname, ghuser, ghtoken) values (1, 'One', 'one', 'before')",
                "insert into discoveries (tid, lastattempt) values (1, '2026-03-12 09:00:00')",
                "insert into credentialhealth (tid, expiresat, seenat) values"
                        + " (1, '2026-03-20 00:00:00', '2026-03-12 09:00:00')");
        events.forget();
    }

    @AfterEach
    void refuseNothing() {
        events.forget();
    }

    @Test
    void whoDependsOnTheCredentialLearnsOfAnotherOne() throws SQLException {
        replace();
        assertThat(events.committed(CredentialReplaced.class)).containsExactly(new CredentialReplaced(1));
        assertThat(database.rows("select lastattempt from discoveries"))
                .singleElement()
                .asString()
                .startsWith("1970-01-01 00:00:00");
        assertThat(database.rows("select tid from credentialhealth")).isEmpty();
    }

    @Test
    void afterARollbackNothingIsAnotherOne() throws Exception {
        transaction.begin();
        replace();
        transaction.rollback();
        assertThat(events.fired(CredentialReplaced.class)).hasSize(1);
        assertThat(events.committed(CredentialReplaced.class)).isEmpty();
        assertThatNothingChanged();
    }

    @Test
    void anObserverThatFailsKeepsTheCredentialBefore() throws SQLException {
        events.refuse(CredentialReplaced.class::isInstance);
        assertThatThrownBy(this::replace).hasMessageContaining("refuses");
        assertThatNothingChanged();
    }

    private void assertThatNothingChanged() throws SQLException {
        assertThat(database.rows("select ghtoken from tenants")).containsExactly("before");
        assertThat(database.rows("select lastattempt from discoveries"))
                .singleElement()
                .asString()
                .startsWith("2026-03-12 09:00:00");
        assertThat(database.rows("select tid from credentialhealth")).containsExactly("1");
    }

    private void replace() {
        store.replace(1, new TenantCredential.Token(new Secret("after")));
    }
}
