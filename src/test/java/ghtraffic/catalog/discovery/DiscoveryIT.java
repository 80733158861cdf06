package ghtraffic.catalog.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ghtraffic.catalog.tracking.RepositoryTracking;
import ghtraffic.container.AtOnce;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.github.Answer;
import ghtraffic.github.GitHubClient;
import ghtraffic.github.GitHubRequest;
import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.model.RepositoryMetadata;
import ghtraffic.messages.Message;
import ghtraffic.tenants.credentials.CredentialReplaced;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What rules make tenants 1 and 2 track, and when. Tenant 1 tracks 11 acme/apple. */
@ExtendWith(ArquillianExtension.class)
class DiscoveryIT {

    private static final Instant START = Instant.parse("2026-03-12T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * GitHub, as far as it lists repositories: one answer after the other, the last one for good. Without answers, the
     * real one.
     */
    @Alternative
    @Priority(Interceptor.Priority.APPLICATION)
    @ApplicationScoped
    static class ListingGitHub extends GitHubClient {

        private final Deque<Supplier<Answer<List<GitHubRepository>>>> answers = new ArrayDeque<>();
        private int asked;

        @Override
        public synchronized Answer<List<GitHubRepository>> accessible(GitHubRequest access) {
            if (answers.isEmpty()) {
                return super.accessible(access);
            }
            asked++;
            return (answers.size() > 1 ? answers.remove() : answers.element()).get();
        }

        synchronized void lists(GitHubRepository... repositories) {
            answers.add(() -> new Answer.Fresh<>(List.of(repositories)));
        }

        synchronized void answers(Supplier<Answer<List<GitHubRepository>>> answer) {
            answers.add(answer);
        }

        synchronized void forget() {
            answers.clear();
            asked = 0;
        }

        synchronized int asked() {
            return asked;
        }
    }

    @Inject
    private Discovery discovery;

    @Inject
    private DiscoveryStore discoveries;

    @Inject
    private RepositoryTracking tracking;

    @Inject
    private ListingGitHub gitHub;

    @Inject
    private Event<CredentialReplaced> replaced;

    @Inject
    private UserTransaction transaction;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Inject
    private AtOnce atOnce;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        gitHub.forget();
        clock.set(START);
        database.empty();
        database.run(
                "insert into ghorgusers (oid, username, usertype) values (1, 'acme', 'O')",
                "insert into repos (rid, rname, ghserverid, oid, schedule, githubid) values (11, 'apple', 1, 1, 0, 111)",
                "insert into tenants (tid, fname, ghuser, ghtoken) values (1, 'One', 'one', 'x'), (2, 'Two', 'two', 'x')",
                "insert into tenantrepos (tid, rid) values (1, 11)");
    }

    @AfterEach
    void forget() {
        gitHub.forget();
    }

    @Test
    void whatTheRulesWantIsTracked() throws SQLException {
        gitHub.lists(found("acme", "apple", 111), found("acme", "plum", 1), found("zoo", "lion", 2));
        rules(1, "acme/*");
        discovery.discoverDue();
        assertThat(tracked(1)).containsExactly("acme/apple", "acme/plum");
        assertThat(tracked(2)).isEmpty();
        assertThat(state(1).lastSuccess()).isEqualTo(START);
        assertThat(state(1).english())
                .isEqualTo("Of 3 repositories that can be read the rules want 2; 1 of them are new");
    }

    @Test
    void anAttemptOfAClockThatWasAheadDoesNotKeepItFromTheNext() throws SQLException {
        gitHub.lists(found("acme", "plum", 1));
        rules(1, "acme/*");
        clock.set(START.plus(Duration.ofDays(365)));
        discovery.discoverDue();
        clock.set(START);
        gitHub.forget();
        gitHub.lists(found("acme", "plum", 1), found("acme", "pear", 2));
        discovery.discoverDue();
        assertThat(tracked(1)).contains("acme/pear");
    }

    @Test
    void whatHasNoReadableTrafficIsNot() throws SQLException {
        gitHub.lists(found("acme", "dark", 1, false), found("acme", "plum", 2, true), found("acme", "odd", 3, null));
        rules(1, "*/*");
        discovery.discoverDue();
        assertThat(tracked(1)).containsExactly("acme/apple", "acme/odd", "acme/plum");
    }

    @Test
    void whatDisappearsStaysTracked() throws SQLException {
        gitHub.lists();
        rules(1, "acme/*");
        discovery.discoverDue();
        assertThat(tracked(1)).containsExactly("acme/apple");
        assertThat(state(1).failed()).isFalse();
    }

    @Test
    void aTenantWithoutRulesIsNotDiscoveredFor() {
        gitHub.lists(found("acme", "plum", 1));
        discovery.discoverDue();
        rules(1, "acme/*");
        rules(1);
        discovery.discoverDue();
        assertThat(gitHub.asked()).isZero();
    }

    @Test
    void successIsGoodForADay() {
        gitHub.lists(found("acme", "plum", 1));
        rules(1, "acme/*");
        discovery.discoverDue();
        clock.set(START.plus(DAY).minusSeconds(1));
        discovery.discoverDue();
        assertThat(gitHub.asked()).isEqualTo(1);
        clock.set(START.plus(DAY));
        discovery.discoverDue();
        assertThat(gitHub.asked()).isEqualTo(2);
    }

    @Test
    void failureIsTriedAgainAfterAnHour() {
        gitHub.answers(() -> new Answer.Unavailable<>(Message.plain("GitHub is down")));
        gitHub.lists(found("acme", "plum", 1));
        rules(1, "acme/*");
        discovery.discoverDue();
        assertThat(state(1).english()).isEqualTo("GitHub is down");
        assertThat(state(1).lastAttempt()).isEqualTo(START);
        assertThat(state(1).lastSuccess()).isNull();
        clock.set(START.plus(HOUR).minusSeconds(1));
        discovery.discoverDue();
        assertThat(gitHub.asked()).isEqualTo(1);
        clock.set(START.plus(HOUR));
        discovery.discoverDue();
        assertThat(state(1).lastSuccess()).isEqualTo(START.plus(HOUR));
    }

    @Test
    void otherRulesAreAppliedAtOnce() throws SQLException {
        gitHub.lists(found("acme", "plum", 1), found("acme", "pear", 2));
        rules(1, "acme/plum");
        discovery.discoverDue();
        clock.set(START.plusSeconds(20));
        rules(1, "acme/p*");
        assertThat(state(1).lastAttempt()).isNull();
        assertThat(state(1).lastSuccess()).isEqualTo(START);
        discovery.discoverDue();
        assertThat(tracked(1)).containsExactly("acme/apple", "acme/pear", "acme/plum");
    }

    @Test
    void rulesThatChangeDuringADiscoveryAreAppliedNext() {
        gitHub.answers(() -> {
            rules(1, "zoo/*");
            return new Answer.Fresh<>(List.of());
        });
        rules(1, "acme/*");
        discovery.discoverDue();
        assertThat(state(1).lastAttempt()).isNull();
        discovery.discoverDue();
        assertThat(gitHub.asked()).isEqualTo(2);
    }

    @Test
    void anotherCredentialIsAskedAnew() throws Exception {
        gitHub.lists(found("acme", "plum", 1));
        rules(1, "acme/*");
        discovery.discoverDue();
        discovery.discoverableLately(1);
        discovery.discoverableLately(1);
        assertThat(gitHub.asked()).isEqualTo(2);
        transaction.begin();
        replaced.fire(new CredentialReplaced(1));
        discovery.discoverableLately(1);
        assertThat(gitHub.asked()).as("until it is committed").isEqualTo(2);
        transaction.commit();
        discovery.discoverableLately(1);
        assertThat(gitHub.asked()).isEqualTo(3);
        assertThat(state(1).lastAttempt()).isNull();
        discovery.discoverDue();
        assertThat(gitHub.asked()).isEqualTo(4);
    }

    @Test
    void theTroubleOfOneTenantDoesNotStopTheOthers() throws SQLException {
        gitHub.answers(() -> {
            throw new IllegalStateException("a trial");
        });
        gitHub.lists(found("acme", "plum", 1));
        rules(1, "acme/*");
        rules(2, "acme/*");
        discovery.discoverDue();
        assertThat(tracked(2)).containsExactly("acme/plum");
        assertThat(state(1).failed()).isTrue();
        assertThat(state(1).english()).contains("log");
    }

    @Test
    void oneOfSeveralServersDiscovers() throws Exception {
        gitHub.lists(found("acme", "plum", 1));
        rules(1, "acme/*");
        DiscoveryStatus due = discoveries.due().get(0);
        assertThat(Collections.frequency(
                        atOnce.call(4, i -> discoveries.claim(due).isPresent()), true))
                .isEqualTo(1);
        discovery.discoverDue();
        assertThat(gitHub.asked()).isZero();
    }

    @Test
    void whatATenantStopsToTrackDoesNotComeBack() throws SQLException {
        gitHub.lists(found("acme", "apple", 111), found("acme", "plum", 1));
        rules(1, "acme/*", "!fork");
        rules(2, "acme/*");
        assertThat(tracking.stop(1, 11, true)).isTrue();
        discovery.discoverDue();
        assertThat(discoveries.rules(1).texts()).containsExactly("acme/*", "!fork", "!acme/apple");
        assertThat(tracked(1)).containsExactly("acme/plum");
        assertThat(discoveries.rules(2).texts()).containsExactly("acme/*");
        assertThat(tracked(2)).containsExactly("acme/apple", "acme/plum");
    }

    @Test
    void whatTheRulesDoNotWantNeedsNoRuleWhenItIsStopped() throws SQLException {
        database.run("insert into repodetails (rid, fork, archived, hidden) values (11, 1, 0, 0)");
        rules(1, "acme/*", "!fork");
        tracking.stop(1, 11, false);
        assertThat(discoveries.rules(1).texts()).containsExactly("acme/*", "!fork");
        rules(2, "acme/*");
        assertThat(tracking.stop(2, 11, false)).isFalse();
        assertThat(discoveries.rules(2).texts()).containsExactly("acme/*");
    }

    @Test
    void whatCanBeReadIsListedWithWhatItIs() {
        gitHub.lists(found("zoo", "lion", 2, false), found("acme", "apple", 111), found("Acme", "plum", 1));
        rules(1, "acme/*", "!*/apple");
        assertThat(discovery.discoverable(1).orNull())
                .extracting(
                        DiscoverableRepository::fullName,
                        DiscoverableRepository::tracked,
                        DiscoverableRepository::wanted,
                        DiscoverableRepository::addable)
                .containsExactly(
                        tuple("acme/apple", true, false, false),
                        tuple("Acme/plum", false, true, true),
                        tuple("zoo/lion", false, false, false));
    }

    private void rules(int tenant, String... rules) {
        discoveries.replace(tenant, DiscoveryRules.parse(List.of(rules)));
    }

    private DiscoveryStatus state(int tenant) {
        return discoveries.state(tenant).orElseThrow();
    }

    private List<String> tracked(int tenant) throws SQLException {
        return database.rows("select o.username || '/' || r.rname from tenantrepos s join repos r on r.rid = s.rid"
                + " join ghorgusers o on o.oid = r.oid where s.tid = " + tenant + " order by 1");
    }

    private static GitHubRepository found(String owner, String name, long id) {
        return found(owner, name, id, true);
    }

    private static GitHubRepository found(String owner, String name, long id, @Nullable Boolean readable) {
        RepositoryMetadata facts =
                new RepositoryMetadata(null, List.of(), null, false, false, false, 0, 0, null, 0, readable);
        return new GitHubRepository(id, owner, "Organization", name, START, facts);
    }
}
