package ghtraffic.identity.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghtraffic.audit.AuditItem;
import ghtraffic.audit.AuditLog;
import ghtraffic.container.AtOnce;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.identity.Identities;
import ghtraffic.identity.Role;
import ghtraffic.identity.Scope;
import ghtraffic.identity.ViewerRights;
import ghtraffic.identity.sessions.BrowserSessions;
import ghtraffic.identity.sessions.SessionItem;
import ghtraffic.identity.sessions.SignInRecord;
import ghtraffic.identity.tokens.AccessTokens;
import ghtraffic.messages.Message;
import ghtraffic.secrets.Secret;
import ghtraffic.tenants.TenantStore;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users, what is granted to them, tenants, access tokens, sessions and the log of it, in the tables. */
@ExtendWith(ArquillianExtension.class)
class UserStoreIT {

    private static final UserStore.NewValues NO_ROLE = new UserStore.NewValues(null, Set.of(), null);
    private static final UserStore.NewValues DISABLED = new UserStore.NewValues(null, null, true);

    private static final Secret ID_TOKEN = new Secret("e".repeat(3_000));
    private static final String JWE = "[\\w-]+(\\.[\\w-]*){4}";

    @Inject
    private UserStore userStore;

    @Inject
    private Users userList;

    @Inject
    private ViewerRights rights;

    @Inject
    private Grants grants;

    @Inject
    private TenantStore tenants;

    @Inject
    private AccessTokens tokens;

    @Inject
    private BrowserSessions sessions;

    @Inject
    private Identities identities;

    @Inject
    private AuditLog audit;

    @Inject
    private TestDatabase database;

    @Inject
    private AtOnce atOnce;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.empty();
        database.run(
                "insert into adminusers (aid, auser, email) values (1, 'Ann', 'Ann@example.com')",
                "insert into adminusers (aid, auser, email) values (2, 'Bob', 'bob@example.com')",
                "insert into adminusers (aid, auser, email) values (3, 'Cid', 'cid@example.com')",
                "insert into adminroles (aid, role) values (1, 1)",
                "insert into adminroles (aid, role) values (2, 3)",
                "insert into tenants (tid, fname, ghuser, ghtoken) values (10, 'Ten', 'ten', '')");
    }

    @Test
    void administratorsWhoRemoveEachOtherAtOnceLeaveOne() throws InterruptedException, SQLException {
        for (int round = 0; round < 5; round++) {
            List<Object> answers = atOnce.call(2, i -> userStore.change(i + 1, i == 0 ? NO_ROLE : DISABLED));
            assertThat(answers).hasAtLeastOneElementOfType(UserChangeOutcome.LastAdministrator.class);
            assertThat(answers).hasAtLeastOneElementOfType(UserChangeOutcome.Done.class);
            database.run(
                    "update adminroles set role = 1",
                    "update adminusers set disabled = 0",
                    "delete from adminroles",
                    "insert into adminroles (aid, role) values (1, 1)",
                    "insert into adminroles (aid, role) values (2, 3)");
        }
    }

    @Test
    void aDisabledAdministratorDoesNotCountAndADisabledUserHasNothing() {
        userStore.change(2, DISABLED);
        assertThat(rights.viewer("bob@example.com").roles()).isEmpty();
        assertThat(rights.isDisabled("bob@example.com")).isTrue();
        assertThat(userStore.remove(1)).isInstanceOf(UserChangeOutcome.LastAdministrator.class);
        assertThat(userStore.change(1, NO_ROLE)).isInstanceOf(UserChangeOutcome.LastAdministrator.class);
        assertThat(userStore.remove(2)).isInstanceOf(UserChangeOutcome.Done.class);
        assertThat(userStore.remove(2)).isInstanceOf(UserChangeOutcome.Unknown.class);
    }

    @Test
    void aSumHoldsTheRolesOfTheServerAndOfTheGrants() throws SQLException {
        grants.grant(Grant.of(3, 10, "tenantstats", null));
        grants.grant(Grant.of(3, 10, "repostats", 7));
        grants.grant(Grant.of(3, 10, "repostats", 7));
        userStore.change(3, new UserStore.NewValues("Cid", Set.of(Role.SYSMAINT), null));
        assertThat(database.rows("select role from adminroles where aid = 3")).containsExactly("26");
        assertThat(database.rows("select role, rid from admintenantreporoles where aid = 3 order by role"))
                .containsExactly("8 null", "16 7");
        assertThat(grants.revoke(Grant.of(3, 10, "tenantstats", null))).isTrue();
        assertThat(grants.revoke(Grant.of(3, 10, "tenantstats", null))).isFalse();
        assertThat(database.rows("select role from adminroles where aid = 3")).containsExactly("18");
        assertThat(rights.viewer("cid@example.com").roles()).containsExactlyInAnyOrder(Role.SYSMAINT, Role.REPOSTATS);
    }

    @Test
    void aRowOfSeveralRolesLosesTheOneThatIsTakenBack() throws SQLException {
        database.run("insert into admintenantreporoles (aid, tid, role) values (3, 10, 12)");
        assertThat(userList.of(3).orElseThrow().grants())
                .containsExactly(new Grant(3, 10, "tenant", null), new Grant(3, 10, "tenantstats", null));
        assertThat(grants.revoke(Grant.of(3, 10, "tenant", null))).isTrue();
        assertThat(database.rows("select role from admintenantreporoles")).containsExactly("8");
        assertThat(grants.grant(Grant.of(99, 10, "tenant", null))).isFalse();
    }

    @Test
    void aRemovedTenantLeavesNoGrantBehind() throws SQLException {
        grants.grant(Grant.of(3, 10, "tenant", null));
        assertThat(tenants.remove(10, false)).isTrue();
        assertThat(tenants.remove(10, false)).isFalse();
        assertThat(rights.viewer("cid@example.com").hasNoGrant()).isTrue();
        assertThat(database.rows("select role from adminroles where aid = 3")).containsExactly("0");
    }

    @Test
    void anAddressIsInvitedOnceWhateverItsCase() {
        assertThat(userStore.invite(" ANN@example.com", "x")).isEqualTo(new UserChangeOutcome.AlreadyExists(1));
        assertThat(userStore.invite("new@example.com", "")).isInstanceOf(UserChangeOutcome.Done.class);
        assertThat(userList.page("NEW@", 0, 10).items()).singleElement().satisfies(person -> {
            assertThat(person.name()).isEqualTo("new@example.com");
            assertThat(person.known()).isFalse();
        });
        assertThat(userList.page("", 1, 3).items()).extracting(UserItem::email).containsExactly("new@example.com");
        assertThatThrownBy(() -> userStore.invite("no address", "")).hasMessageStartingWith("email: ");
        assertThatThrownBy(() -> userStore.invite("x@example.com", "a\nb")).hasMessageStartingWith("name: ");
    }

    @Test
    void aTokenIsKeptAsADigestAndGoodUntilItIsRevoked() throws SQLException {
        identities.store("subject-1", "ann@example.com", true);
        AccessTokens.NewToken made = tokens.create("subject-1", "one", Set.of(Scope.MANAGE), 1);
        String token = made.token().reveal();
        assertThat(database.rows("select * from accesstokens").toString()).doesNotContain(token.substring(4));
        assertThat(tokens.verify(token)).hasValueSatisfying(known -> {
            assertThat(known.subject()).isEqualTo("subject-1");
            assertThat(known.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.MANAGE);
        });
        assertThat(tokens.of("subject-1"))
                .singleElement()
                .satisfies(item -> assertThat(item.lastUsedAt()).isNotNull());
        assertThat(tokens.revoke("subject-2", made.item().id())).isFalse();
        assertThat(tokens.verify(token)).isPresent();
        assertThat(tokens.revoke("subject-1", made.item().id())).isTrue();
        assertThat(tokens.revoke("subject-1", made.item().id())).as("again").isFalse();
        assertThat(database.rows("select deed from auditlog where deed = 'token.revoke'"))
                .hasSize(1);
        assertThat(tokens.verify(token)).isEmpty();
        assertThat(tokens.verify("gta_' or '1'='1")).isEmpty();
    }

    @Test
    void removingAUserEndsHisTokens() {
        identities.store("subject-3", "cid@example.com", true);
        String token = tokens.create("subject-3", "his", Set.of(), 9).token().reveal();
        userStore.remove(3);
        userStore.invite("cid@example.com", "");
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void aSessionIsTheSubjectsAloneAndEndsForGood() throws SQLException {
        identities.store("subject-1", "ann@example.com", true);
        String token = sessions.begin(
                new SignInRecord(
                        "subject-1",
                        "192.0.2.1",
                        Message.of("said.browser.on", Message.plain("Firefox"), "Linux"),
                        "pwd"),
                ID_TOKEN);
        assertThat(database.rows("select * from browsersessions").toString()).doesNotContain(token);
        assertThat(database.rows("select idtoken from browsersessions"))
                .singleElement()
                .satisfies(stored -> assertThat(stored).matches(JWE));
        assertThat(sessions.idToken(token)).map(Secret::reveal).contains(ID_TOKEN.reveal());
        assertThat(sessions.find(token, "subject-2")).isEmpty();
        assertThat(sessions.of("subject-2")).isEmpty();
        SessionItem item = sessions.of("subject-1").get(0);
        assertThat(item)
                .extracting(session -> session.browser().english(), SessionItem::means)
                .containsExactly("Firefox on Linux", "pwd");
        assertThat(sessions.find(token, "subject-1")).hasValue(item.id());
        assertThat(sessions.end("subject-2", item.id())).isFalse();
        assertThat(sessions.find(token, "subject-1")).isPresent();
        assertThat(sessions.end("subject-1", item.id())).isTrue();
        assertThat(sessions.end("subject-1", item.id())).isFalse();
        assertThat(sessions.find(token, "subject-1")).isEmpty();
        assertThat(sessions.idToken(token)).isEmpty();
        assertThat(database.rows("select idtoken from browsersessions")).containsExactly("null");
        assertThat(sessions.of("subject-1")).isEmpty();
        assertThat(audit.page("", 0, 10).items()).extracting(AuditItem::action).containsExactly("session.end");
    }

    @Test
    void sessionsAreForgottenAfterMonths() throws SQLException {
        identities.store("subject-1", "ann@example.com", true);
        begin("subject-1");
        database.run("update browsersessions set begunat = '2020-01-01 00:00:00'");
        assertThat(sessions.of("subject-1")).isEmpty();
        begin("subject-1");
        assertThat(database.rows("select * from browsersessions")).hasSize(1);
    }

    @Test
    void anIdTokenIsKeptAsLongAsASessionLasts() throws SQLException {
        identities.store("subject-1", "ann@example.com", true);
        identities.store("subject-2", "bob@example.com", true);
        String old = begin("subject-1");
        database.run("update browsersessions set begunat = '2020-01-01 00:00:00'");
        String young = begin("subject-2");
        assertThat(sessions.idToken(old)).isEmpty();
        assertThat(sessions.idToken(young)).isPresent();
    }

    private String begin(String subject) {
        return sessions.begin(new SignInRecord(subject, "192.0.2.1", Message.plain("Firefox"), ""), ID_TOKEN);
    }

    @Test
    void nobodyHasMoreTokensThanFifty() {
        identities.store("subject-1", "ann@example.com", true);
        for (int i = 0; i < AccessTokens.MAX_TOKENS; i++) {
            tokens.create("subject-1", "token " + i, Set.of(), 9);
        }
        assertThatThrownBy(() -> tokens.create("subject-1", "more", Set.of(), 9))
                .hasMessageContaining("50 tokens");
        for (int days : new int[] {0, -1, 367}) {
            assertThatThrownBy(() -> tokens.create("subject-2", "x", Set.of(), days))
                    .hasMessageStartingWith("days: ");
        }
    }

    @Test
    void theLogTellsOfEachChangeOnceAndIsReadInPages() {
        userStore.change(2, new UserStore.NewValues("Bobby", Set.of(Role.ADMIN), false));
        userStore.change(2, new UserStore.NewValues("Bobby", Set.of(Role.ADMIN), false));
        grants.grant(Grant.of(3, 10, "tenant", null));
        grants.grant(Grant.of(3, 10, "tenant", null));
        assertThat(audit.page("", 0, 10).items())
                .extracting(AuditItem::action)
                .containsExactly("grant.give", "user.roles", "user.rename");
        assertThat(audit.page("BOB@", 1, 1).items())
                .extracting(AuditItem::after)
                .containsExactly("Bobby");
        assertThat(audit.page("nobody else", 0, 10).total()).isZero();
        assertThat(audit.page("", 1_000_000, 500).items()).isEmpty();
    }
}
