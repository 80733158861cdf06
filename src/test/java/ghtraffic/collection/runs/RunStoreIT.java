package ghtraffic.collection.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.container.AtOnce;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import ghtraffic.messages.Message;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One run at a time, whatever becomes of its server, and a line for each tenant at its end. */
@ExtendWith(ArquillianExtension.class)
class RunStoreIT {

    private static final Instant START = Instant.parse("2026-03-12T10:00:00Z");

    @Inject
    private RunStore runStore;

    @Inject
    private PausedRuns waiting;

    @Inject
    private RunHistory runs;

    @Inject
    private CollectionLease lease;

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
    void empty() throws SQLException {
        database.empty();
        clock.set(START);
    }

    @Test
    void aRunBeginsAndHoldsTheLease() throws SQLException {
        CollectionRun run = begin();
        assertThat(run.running()).isTrue();
        assertThat(run.startedAt()).isEqualTo(START);
        assertThat(runStore.running()).map(CollectionRun::id).contains(run.id());
        assertThat(database.rows("select runid, expires from collectionlease"))
                .singleElement()
                .asString()
                .startsWith(run.id() + " 2026-03-12 10:01:15");
    }

    @Test
    void asLongAsOneRunsNoOtherBegins() throws SQLException {
        CollectionRun first = begin();
        clock.set(START.plus(CollectionLease.LONGEST_SILENCE));
        assertThat(runStore.begin(request("bob@example.com"))).isEmpty();
        assertThat(database.rows("select startedby, state from collectionruns"))
                .containsExactly("ann@example.com running");
        assertThat(runStore.running()).map(CollectionRun::id).contains(first.id());
    }

    @Test
    void ofRunsThatBeginAtOnceOneIsStarted() throws Exception {
        assertThat(atOnce.call(
                        4, i -> runStore.begin(request("ann@example.com")).isPresent()))
                .containsExactlyInAnyOrder(true, false, false, false);
        assertThat(database.rows("select state from collectionruns")).containsExactly("running");
    }

    @Test
    void ofRunsThatTakeOverAtOnceOneIsStarted() throws Exception {
        begin();
        clock.set(START.plus(CollectionLease.LONGEST_SILENCE).plusSeconds(1));
        assertThat(atOnce.call(
                        4, i -> runStore.begin(request("ann@example.com")).isPresent()))
                .containsExactlyInAnyOrder(true, false, false, false);
        assertThat(database.rows("select state from collectionruns order by runid"))
                .containsExactly("interrupted", "running");
    }

    @Test
    void theLeaseOfARunThatDiedIsTakenOver() throws SQLException {
        CollectionRun dead = begin();
        clock.set(START.plus(CollectionLease.LONGEST_SILENCE).plusSeconds(1));
        CollectionRun next = begin();
        assertThat(next.id()).isNotEqualTo(dead.id());
        assertThat(database.rows("select state, finishedat from collectionruns where runid = " + dead.id()))
                .singleElement()
                .asString()
                .startsWith("interrupted 2026-03-12 10:01:16");
        assertThat(runStore.running()).map(CollectionRun::id).contains(next.id());
        assertThat(database.rows("select runid from collectionlease")).containsExactly(String.valueOf(next.id()));
    }

    @Test
    void aLeaseOfAClockThatWasAheadIsTakenOver() throws SQLException {
        clock.set(START.plus(Duration.ofDays(365)));
        CollectionRun dead = begin();
        clock.set(START);
        CollectionRun next = begin();
        assertThat(next.id()).isNotEqualTo(dead.id());
        assertThat(database.rows("select runid from collectionlease")).containsExactly(String.valueOf(next.id()));
    }

    @Test
    void aPauseOfAClockThatWasAheadIsOver() {
        clock.set(START.plus(Duration.ofDays(365)));
        CollectionRun run = begin();
        waiting.pause(run.id(), START.plus(Duration.ofDays(365)), List.of(), Map.of());
        clock.set(START);
        assertThat(waiting.resume()).map(CollectionRun::id).contains(run.id());
    }

    @Test
    void aRunThatWasTakenOverIsToldSoAndChangesNothingMore() throws SQLException {
        CollectionRun slow = begin();
        clock.set(START.plus(CollectionLease.LONGEST_SILENCE).plusSeconds(1));
        CollectionRun next = begin();
        assertThat(runStore.collected(slow.id())).isFalse();
        assertThat(runStore.collected(next.id())).isTrue();
        runStore.finish(slow.id(), Map.of(100, 1));
        assertThat(database.rows("select state from collectionruns where runid = " + slow.id()))
                .containsExactly("interrupted");
        assertThat(database.rows("select tid from systemlog")).isEmpty();
        assertThat(runStore.running()).map(CollectionRun::id).contains(next.id());
    }

    @Test
    void eachCollectedRepositoryRenewsTheLease() {
        CollectionRun run = begin();
        for (int minutes = 1; minutes <= 4; minutes++) {
            clock.set(START.plus(Duration.ofMinutes(minutes)));
            runStore.collected(run.id());
            assertThat(runStore.begin(request("bob@example.com"))).isEmpty();
        }
        assertThat(runStore.running()).map(CollectionRun::done).contains(4);
    }

    @Test
    void aServerThatComesBackEndsTheRunThatItLeftBehind() throws SQLException {
        CollectionRun run = begin();
        runStore.recover(new Startup());
        assertThat(database.rows("select state from collectionruns where runid = " + run.id()))
                .containsExactly("interrupted");
        assertThat(lease.run()).isEmpty();
        begin();
    }

    @Test
    void aServerThatStartsLeavesTheRunsOfOthersAlone() throws SQLException {
        CollectionRun run = begin();
        database.run("update collectionlease set holder = 'another:9443'");
        runStore.recover(new Startup());
        assertThat(database.rows("select state from collectionruns")).containsExactly("running");
        assertThat(runStore.running()).map(CollectionRun::id).contains(run.id());
    }

    @Test
    void aFinishedRunWritesALineForEachTenantAndGivesTheLeaseBack() throws SQLException {
        CollectionRun run = begin();
        runStore.collected(run.id());
        runStore.collected(run.id());
        clock.set(START.plusSeconds(90));
        runStore.finish(run.id(), Map.of(1, 2, 7, 1));
        assertThat(database.rows("select tid, numrepos, state from systemlog order by tid"))
                .containsExactly("1 2 success", "7 1 success");
        assertThat(database.rows("select completed from systemlog"))
                .allSatisfy(completed -> assertThat(completed).startsWith("2026-03-12 10:01:30"));
        assertThat(database.rows("select state, total, done, failed from collectionruns"))
                .containsExactly("finished 2 2 0");
        assertThat(database.rows("select runid, holder, expires from collectionlease"))
                .containsExactly("null null null");
        assertThat(runStore.running()).isEmpty();
        begin();
    }

    @Test
    void failuresAreCountedAndKeptWithTheirReasons() throws SQLException {
        database.repository(11, "acme", "apple");
        CollectionRun run = begin();
        runStore.failed(run.id(), 11, Message.of("said.reason.gitHub.refuses", "grüße " + "x".repeat(2_000)));
        runStore.failed(run.id(), 99, Message.of("said.reason.gone"));
        runStore.finish(run.id(), Map.of(1, 2));
        assertThat(database.rows("select numrepos, state from systemlog")).containsExactly("2 2 of 2 failed");
        assertThat(runs.errors(maintainer(), run.id()))
                .extracting(RunError::repository)
                .containsExactly("acme/apple", null);
        assertThat(runs.errors(maintainer(), run.id()).get(0).english())
                .startsWith("GitHub refuses: grüße x")
                .hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void reasonsAreReadInEachLanguageAndThoseOfEarlierVersionsToo() throws SQLException {
        CollectionRun run = begin();
        runStore.failed(run.id(), 11, Message.of("said.reason.gitHub.refuses", "The tenant has no GitHub token"));
        runStore.failed(run.id(), 12, Message.of("said.reason.noToken"));
        database.run(
                "insert into collectionerrors (runid, rid, reason) values (%d, 13, 'The tenant has no GitHub token')"
                        .formatted(run.id()),
                "update collectionerrors set reasondata = '{\"key\":\"no.such.key\"}' where rid = 12");
        assertThat(runs.errors(maintainer(), run.id()))
                .extracting(error -> error.reason().in(Locale.GERMAN))
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("GitHub lehnt ab: The tenant has no GitHub token."),
                        reason -> assertThat(reason).isEqualTo("Der Mandant hat kein GitHub-Token"),
                        reason -> assertThat(reason).isEqualTo("Der Mandant hat kein GitHub-Token"));
    }

    /** Ann may have been able to see it when she started the run. */
    @Test
    void whoSeesARunSeesNoErrorsOfRepositoriesThatAreNotHis() throws SQLException {
        database.repository(11, "acme", "apple");
        CollectionRun run = begin();
        runStore.failed(run.id(), 11, Message.plain("no"));
        Viewer ann = new Viewer("ann@example.com", null, EnumSet.of(Role.TENANT), List.of());
        assertThat(runs.visibleTo(ann, run.id())).isPresent();
        assertThat(runs.errors(ann, run.id())).isEmpty();
        assertThat(runs.errors(maintainer(), run.id())).hasSize(1);
    }

    @Test
    void runsAreSeenByWhoStartedThemByTheirTenantAndByMaintainers() {
        CollectionRun own = finished(new RunRequest("manual", null, null, "ann@example.com", 1));
        CollectionRun tenants = finished(new RunRequest("manual", 7, null, "bob@example.com", 1));
        CollectionRun others = finished(new RunRequest("manual", 8, null, "bob@example.com", 1));
        Viewer ann = new Viewer(
                "ann@example.com",
                null,
                EnumSet.of(Role.TENANT),
                List.of(new Viewer.Access(7, "Seven", EnumSet.of(Role.TENANT))));
        Viewer maintainer = maintainer();
        Viewer nobody = new Viewer("nobody@example.com", null, EnumSet.noneOf(Role.class), List.of());
        assertThat(runs.visibleTo(ann, 0, 50).items())
                .extracting(CollectionRun::id)
                .containsExactly(tenants.id(), own.id());
        assertThat(runs.visibleTo(ann, others.id())).isEmpty();
        assertThat(runs.visibleTo(maintainer, 0, 50).total()).isEqualTo(3);
        assertThat(runs.visibleTo(maintainer, 1, 2).items())
                .extracting(CollectionRun::id)
                .containsExactly(own.id());
        assertThat(runs.visibleTo(nobody, 0, 50).total()).isZero();
        assertThat(runs.visibleTo(nobody, own.id())).isEmpty();
    }

    private CollectionRun begin() {
        return begin(request("ann@example.com"));
    }

    private CollectionRun begin(RunRequest request) {
        Optional<CollectionRun> run = runStore.begin(request);
        assertThat(run).isPresent();
        return run.get();
    }

    private CollectionRun finished(RunRequest request) {
        CollectionRun run = begin(request);
        runStore.finish(run.id(), Map.of());
        return run;
    }

    private static RunRequest request(String startedBy) {
        return new RunRequest("manual", 1, null, startedBy, 2);
    }

    @Test
    void aRunThatWaitsLetsOthersRunAndGoesOnWhenItsTimeHasCome() throws SQLException {
        database.repository(11, "acme", "apple");
        CollectionRun run = begin();
        runStore.collected(run.id());
        waiting.pause(run.id(), START.plusSeconds(600), List.of(11), Map.of(1, 1));
        assertThat(database.rows("select state, done from collectionruns")).containsExactly("waiting 1");
        assertThat(runStore.running()).isEmpty();
        assertThat(waiting.resume()).isEmpty();
        finished(request("bob@example.com"));

        clock.set(START.plusSeconds(600));
        assertThat(waiting.resume()).map(CollectionRun::id).contains(run.id());
        assertThat(runStore.running()).map(CollectionRun::id).contains(run.id());
        assertThat(waiting.takeRemaining(run.id()))
                .extracting(TrackedRepository::id)
                .containsExactly(11);
        assertThat(waiting.takeRemaining(run.id())).isEmpty();
        assertThat(waiting.resume()).isEmpty();
        runStore.collected(run.id());
        runStore.finish(run.id(), Map.of(1, 1));
        assertThat(runs.visibleTo(maintainer(), run.id()))
                .map(CollectionRun::done)
                .contains(2);
    }

    @Test
    void aRunThatWaitsDoesNotGoOnBesideAnother() {
        CollectionRun paused = begin();
        waiting.pause(paused.id(), START, List.of(), Map.of());
        CollectionRun running = begin();
        assertThat(waiting.resume()).isEmpty();
        runStore.finish(running.id(), Map.of());
        assertThat(waiting.resume()).map(CollectionRun::id).contains(paused.id());
    }

    @Test
    void aRunThatGoesOnTakesTheLeaseOfOneThatDied() throws SQLException {
        CollectionRun paused = begin();
        waiting.pause(paused.id(), START, List.of(), Map.of());
        begin();
        clock.set(START.plus(CollectionLease.LONGEST_SILENCE).plusSeconds(1));
        assertThat(waiting.resume()).map(CollectionRun::id).contains(paused.id());
        assertThat(database.rows("select state from collectionruns order by runid"))
                .containsExactly("running", "interrupted");
    }

    @Test
    void aRunThatHasWaitedForHoursEnds() throws SQLException {
        CollectionRun run = begin();
        clock.set(START.plus(Duration.ofHours(7)));
        waiting.pause(run.id(), START.plus(Duration.ofHours(8)), List.of(11, 12), Map.of(1, 3));
        assertThat(database.rows("select state, failed from collectionruns")).containsExactly("finished 2");
        assertThat(runs.errors(maintainer(), run.id())).hasSize(2);
        assertThat(lease.run()).isEmpty();
    }

    @Test
    void aRunThatTurnsOutToHaveNothingToDoLeavesNoTrace() throws SQLException {
        CollectionRun run = begin();
        runStore.setTotal(run.id(), 0);
        assertThat(database.rows("select runid from collectionruns")).isEmpty();
        assertThat(lease.run()).isEmpty();
    }

    @Test
    void countsOfSeveralThreadsAddUp() throws Exception {
        CollectionRun run = begin();
        assertThat(atOnce.call(8, i -> runStore.collected(run.id()))).containsOnly(true);
        assertThat(runStore.running()).map(CollectionRun::done).contains(8);
    }

    private static Viewer maintainer() {
        return new Viewer("mia@example.com", null, EnumSet.of(Role.SYSMAINT), List.of());
    }
}
