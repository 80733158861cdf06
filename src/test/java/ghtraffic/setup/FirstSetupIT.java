package ghtraffic.setup;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.container.AtOnce;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.identity.EmailStatus;
import ghtraffic.identity.Identities;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import ghtraffic.identity.ViewerRights;
import ghtraffic.secrets.Secret;
import ghtraffic.tenants.TenantCredential;
import ghtraffic.tenants.Tenants;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first user becomes administrator and tenant, and subjects are who the provider vouches for. */
@ExtendWith(ArquillianExtension.class)
class FirstSetupIT {

    private static final String TOKEN = "ghp_only-for-this-test";
    private static final List<String> TABLES =
            List.of("adminusers", "tenants", "adminroles", "admintenantreporoles", "tenantrepos");

    @Inject
    private FirstSetup setUp;

    @Inject
    private SetupCode code;

    @Inject
    private Tenants tenants;

    @Inject
    private ViewerRights rights;

    @Inject
    private Identities identities;

    @Inject
    private TestDatabase database;

    @Inject
    private AtOnce atOnce;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.empty();
    }

    @Test
    void aWrongCodeStoresNothing() throws SQLException {
        for (String wrong : List.of("", "AAAA-BBBB-CCCC-DDDD-EEEE", code.value() + "A")) {
            assertThat(complete("ann@example.com", wrong)).isInstanceOf(FirstSetup.WrongCode.class);
        }
        assertThat(setUp.isNeeded()).isTrue();
        for (String table : TABLES) {
            assertThat(database.rows("select count(*) from " + table)).as(table).containsExactly("0");
        }
    }

    @Test
    void theRightCodeMakesTheFirstUserAdministratorAndTenant() throws SQLException {
        assertThat(complete("Ann@Example.com", code.value())).isInstanceOf(FirstSetup.Completed.class);
        assertThat(setUp.isNeeded()).isFalse();
        assertThat(database.rows("select aid, auser, email from adminusers"))
                .containsExactly("100 Ann Lee ann@example.com");
        assertThat(database.rows("select tid, fname, email, ghuser from tenants"))
                .containsExactly("100 Ann Lee ann@example.com ann-lee");
        assertThat(database.rows("select aid, role from adminroles")).containsExactly("100 5");
        assertThat(database.rows("select aid, tid, role, rid from admintenantreporoles"))
                .containsExactly("100 100 4 null");
        Viewer ann = rights.viewer("ANN@example.com");
        assertThat(ann.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.TENANT);
        assertThat(ann.manages(100)).isTrue();
    }

    @Test
    void theTokenIsStoredEncryptedAndReadInPlain() throws SQLException {
        complete("ann@example.com", code.value());
        assertThat(database.rows("select ghtoken from tenants"))
                .singleElement()
                .satisfies(stored -> assertThat(stored).doesNotContain(TOKEN).hasSizeGreaterThan(TOKEN.length()));
        assertThat(token(100)).contains(TOKEN);
        assertThat(token(101)).isEmpty();
    }

    @Test
    void aTokenOfATakenOverDatabaseIsReadAsItIs() throws SQLException {
        database.run("insert into tenants (tid, ghuser, ghtoken) values (3, 'old', 'plain-text')");
        assertThat(token(3)).contains("plain-text");
    }

    private Optional<String> token(int tenant) {
        return tenants.credential(tenant)
                .map(credential -> ((TenantCredential.Token) credential).token().reveal());
    }

    @Test
    void theCodeIsTakenWithoutCaseSpacesAndHyphens() {
        String entered = " " + code.value().replace("-", " ").toLowerCase(Locale.ROOT);
        assertThat(complete("ann@example.com", entered)).isInstanceOf(FirstSetup.Completed.class);
    }

    @Test
    void aSecondAttemptIsRefusedAndChangesNothing() throws SQLException {
        complete("ann@example.com", code.value());
        assertThat(complete("bob@example.com", code.value())).isInstanceOf(FirstSetup.AlreadyDone.class);
        assertThat(complete("bob@example.com", "wrong")).isInstanceOf(FirstSetup.AlreadyDone.class);
        assertThat(database.rows("select email from adminusers")).containsExactly("ann@example.com");
        assertThat(database.rows("select count(*) from admintenantreporoles")).containsExactly("1");
    }

    @Test
    void ofAttemptsAtOnceOneIsCompleted() throws Exception {
        List<Object> answers = atOnce.call(4, i -> complete("user" + i + "@example.com", code.value()));
        assertThat(answers).filteredOn(FirstSetup.Completed.class::isInstance).hasSize(1);
        assertThat(database.rows("select count(*) from adminusers")).containsExactly("1");
        assertThat(database.rows("select count(*) from admintenantreporoles")).containsExactly("1");
    }

    @Test
    void aTakenOverDatabaseWithAnAdministratorIsNotOpen() throws SQLException {
        database.run("insert into adminroles (aid, role) values (7, 6)");
        assertThat(setUp.isNeeded()).isTrue();
        database.run("update adminroles set role = 3");
        assertThat(setUp.isNeeded()).isFalse();
        assertThat(complete("ann@example.com", code.value())).isInstanceOf(FirstSetup.AlreadyDone.class);
    }

    @Test
    void anAddressIsUnverifiedUntilTheProviderVouchesForIt() throws SQLException {
        assertThat(identities.emailStatus("subject-1")).isEqualTo(new EmailStatus.WithoutEmail());
        identities.store("subject-1", "Ann@Example.com", false);
        assertThat(identities.emailStatus("subject-1")).isEqualTo(new EmailStatus.Unverified("ann@example.com"));
        identities.store("subject-1", "ann@example.com", true);
        assertThat(identities.emailStatus("subject-1")).isEqualTo(new EmailStatus.Verified("ann@example.com"));
        identities.store("subject-1", "ann@example.com", false);
        assertThat(identities.emailStatus("subject-1")).isEqualTo(new EmailStatus.Unverified("ann@example.com"));
        assertThat(database.rows("select count(*) from identities")).containsExactly("1");
    }

    @Test
    void aSignThatOnlyLooksLikeALetterIsNotThatLetter() {
        identities.store("subject-1", "\u212Aate@example.com", true);
        assertThat(identities.emailStatus("subject-1")).isInstanceOf(EmailStatus.Unverified.class);
    }

    @Test
    void aSubjectIsKnownByTheAddressThatItHadLast() {
        identities.store("subject-1", "old@example.com", true);
        identities.store("subject-1", "new@example.com", true);
        identities.store("subject-2", "old@example.com", false);
        assertThat(identities.emailStatus("subject-1")).isEqualTo(new EmailStatus.Verified("new@example.com"));
        assertThat(identities.emailStatus("subject-2")).isEqualTo(new EmailStatus.Unverified("old@example.com"));
    }

    private FirstSetup.Outcome complete(String email, String entered) {
        return setUp.complete(email, "Ann Lee", "ann-lee", new Secret(TOKEN), entered);
    }
}
