package ghtraffic.collection.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.catalog.Catalog;
import ghtraffic.collection.fetch.CollectionResult;
import ghtraffic.collection.health.Part;
import ghtraffic.collection.workshop.ScriptedAnswer;
import ghtraffic.collection.workshop.ScriptedGitHub;
import ghtraffic.collection.workshop.Workshop;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.github.model.TrafficWindow;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import ghtraffic.messages.Message;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rounds over many repositories: one that is broken, several at once, and limits in the middle. */
@ExtendWith(ArquillianExtension.class)
class CollectionJobIT {

    private static final Instant NOW = Instant.parse("2026-03-12T10:05:00Z");
    private static final Instant RESET = Instant.parse("2026-03-12T10:40:00Z");
    private static final Viewer MAINTAINER = new Viewer("mia@example.com", null, EnumSet.of(Role.SYSMAINT), List.of());
    private static final int PARTS = Part.values().length;
    private static final int LIMIT = 200;
    private static final int RESERVE = LIMIT / 10;

    /** What {@code COLLECT_AT_ONCE} is by default: so many may have looked at the limit when it was not yet reached. */
    private static final int AT_ONCE = 8;

    @Inject
    private Workshop workshop;

    @Inject
    private CollectionJob round;

    @Inject
    private CollectionStarter collector;

    @Inject
    private RunStore runStore;

    @Inject
    private RunHistory runs;

    @Inject
    private Catalog catalog;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    private final AtomicInteger left = new AtomicInteger(LIMIT);
    private volatile Instant reset = RESET;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void empty() throws SQLException {
        workshop.empty();
        clock.set(NOW);
    }

    @Test
    void oneBrokenRepositoryStopsNoOther() throws IOException, SQLException {
        workshop.tenant(1, "token-of-the-fifty");
        repositories(1, 50, 1);
        try (ScriptedGitHub gitHub = new ScriptedGitHub(question ->
                question.repository().equals("acme/r17") ? ScriptedAnswer.ok("<html>") : healthy(question))) {
            int run = collect(50);
            assertThat(gitHub.asked()).hasSize(49 * PARTS + 1);
            assertThat(state(run)).isEqualTo("finished 50 49 1");
            assertThat(runs.errors(MAINTAINER, run))
                    .containsExactly(new RunError(
                            17,
                            "acme/r17",
                            Message.of("said.reason.gitHub.odd"),
                            "GitHub answered something that is not what its documentation describes"));
        }
        assertThat(database.rows("select rid from repohealth where state <> 'ok'"))
                .containsExactly("17");
        assertThat(database.rows("select distinct rid from repotraffic"))
                .hasSize(49)
                .doesNotContain("17");
        assertThat(database.rows("select tid, numrepos, state from systemlog")).containsExactly("1 50 1 of 50 failed");
    }

    @Test
    void severalAreCollectedAtOnce() throws IOException, SQLException {
        workshop.tenant(1, "token-of-several");
        repositories(1, 12, 1);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(AT_ONCE);
        try (ScriptedGitHub gitHub = new ScriptedGitHub(question -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            together.countDown();
            isAwaited(together);
            ScriptedAnswer saying = healthy(question);
            now.decrementAndGet();
            return saying;
        })) {
            assertThat(state(collect(12))).isEqualTo("finished 12 12 0");
            assertThat(gitHub.asked()).hasSize(12 * PARTS);
        }
        assertThat(most.get()).isEqualTo(AT_ONCE);
    }

    private static void isAwaited(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRunWaitsForTheLimitAndGoesOn() throws IOException, SQLException {
        workshop.tenant(1, "limited-1");
        workshop.tenant(2, "free-2");
        repositories(1, 30, 1);
        repositories(31, 40, 2);
        int run;
        try (ScriptedGitHub gitHub = new ScriptedGitHub(this::limited)) {
            run = collect(40);
            assertThat(gitHub.asked())
                    .filteredOn(question -> question.token().equals("limited-1"))
                    .hasSizeBetween(LIMIT - RESERVE, LIMIT - RESERVE + AT_ONCE - 1);
        }
        assertThat(left.get()).isBetween(RESERVE - AT_ONCE + 1, RESERVE);
        int waiting = count("repohealth where state = 'waiting'");
        assertThat(waiting).isBetween(7, 8 + AT_ONCE);
        assertThat(state(run)).isEqualTo("waiting 40 %d 0".formatted(40 - waiting));
        assertThat(database.rows("select resumesat from collectionruns"))
                .singleElement()
                .asString()
                .startsWith("2026-03-12 10:40:00");
        assertThat(count("collectionrest where runid = " + run)).isEqualTo(waiting);
        assertThat(count("repohealth where rid > 30 and state = 'ok'")).isEqualTo(10);
        assertThat(count("repohealth where state = 'waiting' and nextattempt <> '2026-03-12 10:40:00'"))
                .isZero();
        assertThat(count("credentialhealth where tid = 1 and ratelimit = 200 and remaining <= 20"))
                .isOne();
        assertThat(collector.resume()).as("before the limit ends").isFalse();

        clock.set(RESET);
        left.set(LIMIT);
        reset = RESET.plus(Duration.ofHours(1));
        try (ScriptedGitHub gitHub = new ScriptedGitHub(this::limited)) {
            assertThat(collector.resume()).isTrue();
            isFinished(run);
            assertThat(gitHub.asked())
                    .extracting(ScriptedGitHub.Question::token)
                    .containsOnly("limited-1");
        }
        assertThat(state(run)).isEqualTo("finished 40 40 0");
        assertThat(count("collectionrest")).isZero();
        assertThat(count("repohealth where state = 'ok'")).isEqualTo(40);
        assertThat(count("repoparts where state <> 'ok'")).isZero();
        assertThat(count("repoparts where etag is null")).isZero();
        assertThat(database.rows("select distinct tid from repoparts where rid <= 30"))
                .containsExactly("1");
        assertThat(database.rows("select distinct tid from repoparts where rid > 30"))
                .containsExactly("2");
        assertThat(database.rows("select tid, sum(numrepos) from systemlog group by tid order by tid"))
                .containsExactly("1 30", "2 10");
    }

    @Test
    void aWaitThatIsNotToldDoubles() throws IOException, SQLException {
        workshop.tenant(1, "token-without-headers");
        repositories(1, 1, 1);
        Instant at = NOW;
        try (ScriptedGitHub gitHub = new ScriptedGitHub(question -> ScriptedAnswer.refusal(429, "Slow down"))) {
            for (int minutes : new int[] {1, 2, 4, 8}) {
                Instant until = at.plus(Duration.ofMinutes(minutes));
                assertThat(workshop.collect(1, at)).isEqualTo(new CollectionResult.Deferred(until));
                assertThat(gitHub.asked()).hasSize(1);
                assertThat(workshop.collect(1, until.minusSeconds(1))).isEqualTo(new CollectionResult.Deferred(until));
                assertThat(gitHub.asked()).isEmpty();
                at = until;
            }
            gitHub.play(CollectionJobIT::healthy);
            assertThat(workshop.collect(1, at)).isEqualTo(new CollectionResult.Collected());
            gitHub.play(question -> ScriptedAnswer.refusal(429, "Slow down"));
            at = at.plus(Duration.ofHours(1));
            assertThat(workshop.collect(1, at))
                    .isEqualTo(new CollectionResult.Deferred(at.plus(Duration.ofMinutes(1))));
        }
    }

    /** What was collected an hour ago is not due; who asks by hand wants it all the same, also after a wait. */
    @Test
    void aRunThatWasStartedByHandAsksForAllAfterItsWait() throws IOException, SQLException {
        workshop.tenant(1, "token-by-hand");
        repositories(1, 1, 1);
        Instant later = NOW.plus(Duration.ofHours(1));
        try (ScriptedGitHub gitHub = new ScriptedGitHub(CollectionJobIT::healthy)) {
            assertThat(workshop.collect(1, NOW)).isEqualTo(new CollectionResult.Collected());
            clock.set(later);
            gitHub.play(question -> ScriptedAnswer.refusal(429, "Slow down"));
            int run = collect(1);
            assertThat(state(run)).startsWith("waiting");
            gitHub.play(CollectionJobIT::healthy);
            gitHub.asked();
            clock.set(later.plus(Duration.ofMinutes(1)));
            assertThat(collector.resume()).isTrue();
            isFinished(run);
            assertThat(gitHub.asked()).hasSize(PARTS);
        }
    }

    private void repositories(int first, int last, int tenant) throws SQLException {
        for (int repository = first; repository <= last; repository++) {
            workshop.repository(repository, tenant);
        }
    }

    /** Collects all that is tracked in one run, and answers its number. */
    private int collect(int total) {
        int run = runStore.begin(new RunRequest(CollectionStarter.MANUAL, null, null, "ann@example.com", total))
                .orElseThrow()
                .id();
        round.collect(run, catalog.tracked(), true);
        return run;
    }

    private void isFinished(int run) throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (state(run).startsWith("running") && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private String state(int run) throws SQLException {
        return database.rows("select state, total, done, failed from collectionruns where runid = " + run)
                .get(0);
    }

    private int count(String from) throws SQLException {
        return Integer.parseInt(database.rows("select count(*) from " + from).get(0));
    }

    /** The token "limited-1" has so many requests an hour. */
    private ScriptedAnswer limited(ScriptedGitHub.Question question) {
        if (!question.token().equals("limited-1")) {
            return healthy(question);
        }
        int remaining = left.decrementAndGet();
        Map<String, String> headers = Map.of(
                "X-RateLimit-Limit", String.valueOf(LIMIT),
                "X-RateLimit-Remaining", String.valueOf(Math.max(0, remaining)),
                "X-RateLimit-Reset", String.valueOf(reset.getEpochSecond()));
        return (remaining < 0 ? ScriptedAnswer.refusal(403, "API rate limit exceeded") : healthy(question))
                .with(headers);
    }

    private static ScriptedAnswer healthy(ScriptedGitHub.Question question) {
        String repository = question.repository();
        String name = repository.contains("/") ? repository : "acme/r" + repository;
        TrafficWindow nothing = new TrafficWindow(0, 0, List.of());
        return switch (question.part()) {
            case REPOSITORY ->
                ScriptedAnswer.repository(
                        Long.parseLong(name.substring("acme/r".length())),
                        name,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        1);
            case VIEWS, CLONES, WEEKLY_VIEWS, WEEKLY_CLONES -> ScriptedAnswer.window(question.part(), nothing);
            case REFERRERS -> ScriptedAnswer.referrers(List.of());
            case PATHS -> ScriptedAnswer.paths(List.of());
            case RELEASES -> ScriptedAnswer.releases(1);
        };
    }
}
