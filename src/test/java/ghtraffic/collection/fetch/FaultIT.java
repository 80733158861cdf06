package ghtraffic.collection.fetch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.collection.health.Part;
import ghtraffic.collection.health.RetrySchedule;
import ghtraffic.collection.workshop.Fault;
import ghtraffic.collection.workshop.ScriptedAnswer;
import ghtraffic.collection.workshop.ScriptedGitHub;
import ghtraffic.collection.workshop.Workshop;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.github.model.DailyCount;
import ghtraffic.github.model.PathCount;
import ghtraffic.github.model.ReferrerCount;
import ghtraffic.github.model.TrafficWindow;
import ghtraffic.messages.Message;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each part of a repository fails in each way. Nothing that is stored is lost, what else can be had is stored, the reason is kept,
 * and the next visit brings what is missing.
 */
@Tag("survival")
@ExtendWith(ArquillianExtension.class)
class FaultIT {

    private static final Instant BEFORE = Instant.parse("2026-03-10T10:20:00Z");
    private static final Instant FAULTY = Instant.parse("2026-03-11T10:21:00Z");
    private static final Instant AFTER = FAULTY.plus(Duration.ofHours(3));
    private static final AtomicInteger LAST = new AtomicInteger();

    @Inject
    private Workshop workshop;

    @Inject
    private TestDatabase database;

    @Inject
    private RetrySchedule agenda;

    private volatile Instant now = BEFORE;
    private ScriptedGitHub gitHub;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void open() throws IOException, SQLException {
        if (LAST.get() == 0) {
            workshop.empty();
        }
        gitHub = new ScriptedGitHub(this::healthy);
    }

    @AfterEach
    void close() {
        gitHub.close();
    }

    @Test
    void badToken() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.TOKEN,
                ScriptedAnswer.refusal(401, "Bad credentials"),
                "GitHub does not accept the token (Bad credentials)",
                "Enter a new one"));
    }

    @Test
    void noPushAccess() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.PART,
                ScriptedAnswer.refusal(403, "Must have push access to repository"),
                "Must have push access to repository",
                "Administration: read",
                "scope repo and push access"));
    }

    @Test
    void noPermissionOfThePersonalToken() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.PART,
                ScriptedAnswer.refusal(403, "Resource not accessible by personal access token")
                        .with(Map.of("X-Accepted-GitHub-Permissions", "contents=read,pull_requests=write")),
                "Resource not accessible by personal access token",
                "The token needs the repository permission Contents: read,Pull requests: write"));
    }

    @Test
    void noPermissionOfTheApp() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.PART,
                ScriptedAnswer.refusal(403, "Resource not accessible by integration"),
                "Resource not accessible by integration",
                "Administration: read"));
    }

    @Test
    void notFound() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.PART,
                ScriptedAnswer.refusal(404, "Not Found"),
                "GitHub knows no such repository",
                "token cannot see it"));
    }

    @Test
    void gone() throws SQLException {
        inEachPart(Fault.of(Fault.Kind.PART, ScriptedAnswer.refusal(410, "Gone for good"), "Gone for good"));
    }

    @Test
    void limitWithAWaitThatIsTold() throws SQLException {
        inEachPart(Fault.of(
                        Fault.Kind.LIMIT,
                        ScriptedAnswer.refusal(429, "Too many").with(Map.of("Retry-After", "125")),
                        "GitHub's rate limit is used up until 2026-03-11T10:23:05Z")
                .waiting(Duration.ofSeconds(125)));
    }

    @Test
    void limitWithoutAWord() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.LIMIT,
                ScriptedAnswer.refusal(429, "Too many"),
                "rate limit is used up until 2026-03-11T10:22:00Z"));
    }

    @Test
    void secondaryLimitWithoutHeaders() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.LIMIT,
                ScriptedAnswer.refusal(403, "You have exceeded a secondary rate limit. Please wait."),
                "rate limit is used up until 2026-03-11T10:22:00Z"));
    }

    @Test
    void serverError() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.ILLNESS, ScriptedAnswer.refusal(500, "Oops"), "GitHub answered with status 500 (Oops)"));
    }

    @Test
    void noAnswerInTime() throws SQLException {
        inEachPart(Fault.of(Fault.Kind.ILLNESS, ScriptedAnswer.SILENCE, "GitHub did not answer within 2 seconds"));
    }

    @Test
    void connectionClosed() throws SQLException {
        inEachPart(Fault.of(Fault.Kind.ILLNESS, ScriptedAnswer.HANGING_UP, "GitHub cannot be reached: "));
    }

    @Test
    void webPage() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.ILLNESS,
                ScriptedAnswer.ok("<!DOCTYPE html><html><body>Down for maintenance</body></html>"),
                "not what its documentation describes"));
    }

    @Test
    void truncatedJson() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.ILLNESS,
                ScriptedAnswer.ok("{\"id\": 5, \"count\": 9, \"uniques\": 3, \"views\": [{\"timestamp\": \"2026-03-1"),
                "not what its documentation describes"));
    }

    @Test
    void wrongTypes() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.ILLNESS,
                ScriptedAnswer.ok(
                        "{\"id\": \"five\", \"count\": \"9\", \"uniques\": 3.5, \"views\": 1, \"clones\": {}}"),
                "not what its documentation describes"));
    }

    @Test
    void tooMuch() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.ILLNESS,
                ScriptedAnswer.ok("{\"views\": \"" + "x".repeat(10_000_000) + "\"}"),
                "it answered more than 8 MB"));
    }

    @Test
    void redirectsWithoutEnd() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.ILLNESS,
                new ScriptedAnswer(302, Map.of("Location", "/repos/acme/turntable"), ""),
                "it redirected more than 5 times"));
    }

    @Test
    void redirectToAnotherServer() throws SQLException {
        inEachPart(Fault.of(
                Fault.Kind.ILLNESS,
                new ScriptedAnswer(302, Map.of("Location", "http://127.0.0.1:19099/repos/acme/other"), ""),
                "it redirected to another server"));
    }

    /** A collection by hand asks for what was collected an hour ago, and may fail; the retry must ask for it again. */
    @Test
    void whatFailedIsAskedForAgainEvenIfItWasCollectedOfLate() throws SQLException {
        int repository = prepare();
        Instant soon = BEFORE.plus(Duration.ofHours(1));
        visit(repository, BEFORE);
        gitHub.play(
                question -> question.part() == Part.PATHS ? ScriptedAnswer.refusal(502, "Oops") : healthy(question));
        now = soon;
        workshop.collect(repository, soon, true);
        assertThat(health(repository)).startsWith("partly Paths: GitHub answered with status 502 (Oops)");
        gitHub.play(this::healthy);
        visit(repository, soon.plus(Duration.ofMinutes(1)));
        assertThat(health(repository)).startsWith("ok null");
        assertThat(part(repository, Part.PATHS)).startsWith("ok null");
    }

    /** When GitHub is down, a visit ends after one call. */
    @Test
    void aVisitDoesNotAskAnIllGitHubForEverything() throws SQLException {
        int repository = prepare();
        visit(repository, BEFORE);
        gitHub.play(question -> ScriptedAnswer.refusal(503, "Down"));
        gitHub.asked();
        assertThat(visit(repository, FAULTY))
                .isEqualTo(new CollectionResult.Failed(Message.of("said.reason.gitHub.status", 503, "Down")));
        assertThat(gitHub.asked()).extracting(ScriptedGitHub.Question::part).containsExactly(Part.REPOSITORY);
    }

    /** As long as it is not known which repository has the name, nothing else is asked. */
    @Test
    void aFirstVisitWithoutDescriptionAsksForNothingElse() throws SQLException {
        int repository = prepare();
        gitHub.play(question ->
                question.part() == Part.REPOSITORY ? ScriptedAnswer.refusal(500, "Oops") : healthy(question));
        visit(repository, BEFORE);
        assertThat(gitHub.asked()).extracting(ScriptedGitHub.Question::part).containsExactly(Part.REPOSITORY);
        gitHub.play(this::healthy);
        visit(repository, FAULTY);
        assertThat(health(repository)).startsWith("ok null");
    }

    /** The name that it had last may be another repository's by now. */
    @Test
    void withoutDescriptionNothingIsStoredUnderAKnownName() throws SQLException {
        int repository = prepare();
        visit(repository, BEFORE);
        Map<Part, List<String>> before = stored(repository);
        gitHub.play(question ->
                question.part() == Part.REPOSITORY ? ScriptedAnswer.refusal(500, "Oops") : healthy(question));
        gitHub.asked();
        assertThat(visit(repository, FAULTY))
                .isEqualTo(new CollectionResult.Failed(Message.of("said.reason.gitHub.status", 500, "Oops")));
        assertThat(gitHub.asked()).extracting(ScriptedGitHub.Question::part).containsExactly(Part.REPOSITORY);
        assertThat(stored(repository)).isEqualTo(before);
    }

    private void inEachPart(Fault fault) throws SQLException {
        int flawless = prepare();
        visit(flawless, BEFORE);
        Map<Part, List<String>> before = stored(flawless);
        visit(flawless, FAULTY);
        Map<Part, List<String>> complete = stored(flawless);
        for (Part part : Part.values()) {
            assertThat(complete.get(part)).as(part.name()).isNotEqualTo(before.get(part));
            fails(fault, part, before, complete);
        }
    }

    private void fails(Fault fault, Part part, Map<Part, List<String>> before, Map<Part, List<String>> complete)
            throws SQLException {
        int repository = prepare();
        visit(repository, BEFORE);
        gitHub.play(question ->
                question.part() == part || question.path().contains("turntable") ? fault.saying() : healthy(question));
        CollectionResult visited = visit(repository, FAULTY);
        Map<Part, List<String>> after = stored(repository);
        for (Part one : Part.values()) {
            assertThat(after.get(one))
                    .as("%s while %s fails", Message.name(one), Message.name(part))
                    .isEqualTo(isAsked(one, part, fault) ? complete.get(one) : before.get(one));
        }
        assertThat(part(repository, part)).startsWith("failed ").contains(fault.words());
        assertThat(part(repository, part)).contains(" 2026-03-10 10:20:00");
        isJudged(repository, fault, part, visited);

        gitHub.play(this::healthy);
        assertThat(visit(repository, AFTER)).isEqualTo(new CollectionResult.Collected());
        Map<Part, List<String>> repaired = stored(repository);
        for (Part one : Part.values()) {
            assertThat(repaired.get(one))
                    .as("%s after %s failed", Message.name(one), Message.name(part))
                    .isEqualTo(complete.get(one));
            assertThat(part(repository, one)).as(one.name()).startsWith("ok null");
        }
        assertThat(health(repository)).startsWith("ok null 0 ");
    }

    private static boolean isAsked(Part one, Part failing, Fault fault) {
        if (one == failing) {
            return false;
        }
        boolean alone = fault.kind() == Fault.Kind.ILLNESS || fault.kind() == Fault.Kind.PART;
        return alone && failing != Part.REPOSITORY || one.compareTo(failing) < 0;
    }

    private void isJudged(int repository, Fault fault, Part part, CollectionResult visited) throws SQLException {
        Instant regular = requireNonNull(agenda.nextRegular(workshop.tracked(repository), FAULTY));
        Instant next = switch (fault.kind()) {
            case TOKEN, PART -> regular;
            case LIMIT -> FAULTY.plus(fault.told());
            case ILLNESS -> FAULTY.plus(Duration.ofMinutes(1));
        };
        boolean nothingCame = part == Part.REPOSITORY
                || part == Part.VIEWS && (fault.kind() == Fault.Kind.TOKEN || fault.kind() == Fault.Kind.LIMIT);
        String state = fault.kind() == Fault.Kind.LIMIT ? "waiting" : nothingCame ? "failed" : "partly";
        String health = health(repository);
        assertThat(health).as(part.name()).startsWith(state + " ").contains(fault.words());
        assertThat(health)
                .as(part.name())
                .contains(" 1 " + next.toString().replace('T', ' ').replace("Z", ""));
        assertThat(visited)
                .as(part.name())
                .isInstanceOf(
                        fault.kind() == Fault.Kind.LIMIT
                                ? CollectionResult.Deferred.class
                                : nothingCame ? CollectionResult.Failed.class : CollectionResult.CollectedInPart.class);
        if (!nothingCame) {
            assertThat(health).contains(Message.name(part) + ": ");
        }
    }

    /** A new repository of a new tenant. */
    private int prepare() throws SQLException {
        int number = LAST.incrementAndGet();
        gitHub.play(this::healthy);
        workshop.tenant(number, "token-" + number);
        workshop.repository(number, number);
        return number;
    }

    private CollectionResult visit(int repository, Instant at) {
        now = at;
        return workshop.collect(repository, at);
    }

    /** What is stored of each part; rows whose half was not covered are not of that part. */
    private Map<Part, List<String>> stored(int repository) throws SQLException {
        Map<Part, List<String>> stored = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            String from = switch (part) {
                case REPOSITORY -> "tdate, stars from popularity where 1 = 1";
                case VIEWS -> "tdate, viewcount, vuniques, incomplete from repotraffic where incomplete < 2";
                case CLONES -> "tdate, clonecount, cuniques, cincomplete from repotraffic where cincomplete < 2";
                case WEEKLY_VIEWS -> "tdate, viewcount, vuniques, incomplete from weeklytraffic where incomplete < 2";
                case WEEKLY_CLONES ->
                    "tdate, clonecount, cuniques, cincomplete from weeklytraffic where cincomplete < 2";
                case REFERRERS -> "tdate, place, referrer, viewcount, vuniques from referrers where 1 = 1";
                case PATHS -> "tdate, place, path, title, viewcount, vuniques from paths where 1 = 1";
                case RELEASES -> "tdate, assetid, downloads from assetdownloads where 1 = 1";
            };
            stored.put(part, database.rows("select " + from + " and rid = " + repository + " order by 1, 2"));
        }
        return stored;
    }

    private String health(int repository) throws SQLException {
        return database.rows("select state, message, failures, nextattempt from repohealth where rid = " + repository)
                .get(0);
    }

    private String part(int repository, Part part) throws SQLException {
        return database.rows("select state, message, lastsuccess from repoparts where rid = %d and part = '%s'"
                        .formatted(repository, part.code()))
                .get(0);
    }

    /** What GitHub says when nothing is wrong: on the second day more of everything. */
    private ScriptedAnswer healthy(ScriptedGitHub.Question question) {
        int more = now.isBefore(FAULTY) ? 1 : 2;
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate monday = LocalDate.parse("2026-03-09");
        String name = question.repository().contains("/") ? question.repository() : "acme/r" + question.repository();
        return switch (question.part()) {
            case REPOSITORY ->
                ScriptedAnswer.repository(
                        Long.parseLong(name.substring("acme/r".length())),
                        name,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        100 * more);
            case VIEWS, CLONES ->
                ScriptedAnswer.window(
                        question.part(),
                        window(
                                today.minusDays(1),
                                20 * more,
                                today,
                                3 + question.part().ordinal()));
            case WEEKLY_VIEWS, WEEKLY_CLONES ->
                ScriptedAnswer.window(
                        question.part(),
                        window(
                                monday.minusDays(7),
                                90,
                                monday,
                                40 * more + question.part().ordinal()));
            case REFERRERS -> ScriptedAnswer.referrers(List.of(new ReferrerCount("Google", 30 * more, 9)));
            case PATHS -> ScriptedAnswer.paths(List.of(new PathCount("/acme", "Acme", 50 * more, 8)));
            case RELEASES -> ScriptedAnswer.releases(1000L * more);
        };
    }

    private static TrafficWindow window(LocalDate one, int count, LocalDate other, int otherCount) {
        return new TrafficWindow(
                count + otherCount, 2, List.of(new DailyCount(one, count, 2), new DailyCount(other, otherCount, 1)));
    }
}
