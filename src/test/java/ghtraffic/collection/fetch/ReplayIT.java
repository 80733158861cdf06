package ghtraffic.collection.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.collection.health.Part;
import ghtraffic.collection.workshop.ExpectedNumbers;
import ghtraffic.collection.workshop.ScriptedAnswer;
import ghtraffic.collection.workshop.ScriptedGitHub;
import ghtraffic.collection.workshop.TrueTraffic;
import ghtraffic.collection.workshop.Workshop;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.github.model.ReferrerCount;
import ghtraffic.github.model.TrafficKind;
import ghtraffic.github.model.TrafficPeriod;
import ghtraffic.github.model.TrafficWindow;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two months of a repository, played to the collector. GitHub's windows roll, days are missed, answers fail or shrink; what is
 * stored at the end is the most that GitHub ever said of each day, and which days it said nothing of.
 */
@Tag("survival")
@ExtendWith(ArquillianExtension.class)
class ReplayIT {

    private static final int DAYS = 60;
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant CREATED = Instant.parse("2026-01-02T07:00:00Z");
    private static final Set<Integer> MISSED = Set.of(8, 9);
    private static final int GAP_BEGIN = 22;
    private static final int GAP_END = 42;

    @Inject
    private Workshop workshop;

    @Inject
    private TestDatabase database;

    private final TrueTraffic traffic = new TrueTraffic(CREATED);
    private final ExpectedNumbers heard = new ExpectedNumbers(LocalDate.parse("2026-01-02"));
    private volatile Instant now = START;
    private volatile int visit;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        workshop.empty();
        workshop.tenant(1, "token");
        workshop.repository(1, 1);
    }

    /** Each hour around midnight, and every third of the others: every single one takes too long for a test. */
    @Test
    void manyTimesADay() throws IOException, SQLException {
        List<Instant> visits = new ArrayList<>();
        for (int hour = 0; hour < DAYS * 24; hour++) {
            boolean inTurn = hour % 24 < 3 || hour % 3 == 0;
            if (inTurn && TrueTraffic.chance(11, hour, 1) > 0) {
                visits.add(at(hour, TrueTraffic.chance(40, hour, 2)));
            }
            if (inTurn && TrueTraffic.chance(13, hour, 3) == 0) {
                visits.add(at(hour, 50));
            }
        }
        assertThat(play(visits)).isPositive();
    }

    @Test
    void daily() throws IOException, SQLException {
        List<Instant> visits = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            int first = TrueTraffic.chance(12, day, 4);
            visits.add(at(day * 24 + first, 7));
            if (TrueTraffic.chance(5, day, 5) == 0) {
                visits.add(at(day * 24 + first, 41));
                visits.add(at(day * 24 + first + 9, 3));
            }
        }
        play(visits);
    }

    private static Instant at(int hour, int minute) {
        return START.plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(minute));
    }

    private static long day(Instant at) {
        return Duration.between(START, at).toDays();
    }

    /** Answers how often GitHub said that nothing has changed. */
    private int play(List<Instant> visits) throws IOException, SQLException {
        try (ScriptedGitHub gitHub = new ScriptedGitHub(this::say)) {
            for (Instant at : visits) {
                long day = day(at);
                boolean missed = MISSED.contains((int) day) || day >= GAP_BEGIN && day < GAP_END;
                if (!missed) {
                    now = at;
                    visit++;
                    workshop.collect(1, at);
                }
            }
            isStoredAsHeard();
            return gitHub.unchanged();
        }
    }

    private ScriptedAnswer say(ScriptedGitHub.Question question) {
        Part part = question.part();
        return switch (part) {
            case REPOSITORY -> {
                int stars = 100 + (int) day(now);
                heard.list(part, List.of(stars + " 3 4 5"), now);
                yield ScriptedAnswer.repository(77, "acme/r1", CREATED, stars);
            }
            case VIEWS, CLONES, WEEKLY_VIEWS, WEEKLY_CLONES -> window(part);
            case REFERRERS -> {
                List<ReferrerCount> referrers = referrers();
                List<String> lines = new ArrayList<>();
                referrers.forEach(one -> lines.add((lines.size() + 1) + " " + one.referrer() + " " + one.count()));
                heard.list(part, lines, now);
                yield ScriptedAnswer.referrers(referrers);
            }
            case PATHS -> ScriptedAnswer.paths(List.of());
            case RELEASES -> ScriptedAnswer.releases(day(now));
        };
    }

    private ScriptedAnswer window(Part part) {
        boolean outage = part == Part.CLONES && day(now) >= GAP_END && day(now) < GAP_END + 2;
        if (outage || TrueTraffic.chance(10, visit, part.ordinal()) == 0) {
            return ScriptedAnswer.refusal(500, "Oops");
        }
        // Days beside the gap are seen so seldom that nobody might ever say the truth about them.
        boolean shrinks = day(now) < GAP_BEGIN - 4 || day(now) > GAP_END + 4;
        TrafficKind kind = part == Part.VIEWS || part == Part.WEEKLY_VIEWS ? TrafficKind.VIEWS : TrafficKind.CLONES;
        TrafficPeriod period = part.hourly() ? TrafficPeriod.DAY : TrafficPeriod.WEEK;
        TrafficWindow seen = traffic.window(kind, period, now);
        TrafficWindow said =
                shrinks && TrueTraffic.chance(9, visit, part.ordinal(), 7) == 0 ? TrueTraffic.halved(seen) : seen;
        if (part.hourly()) {
            heard.days(part, said, now);
        } else {
            heard.weeks(part, said, now);
        }
        return ScriptedAnswer.window(part, said);
    }

    /** Others come and go every few days, and on some days there are none. */
    private List<ReferrerCount> referrers() {
        long time = day(now) / 3;
        List<ReferrerCount> referrers = new ArrayList<>();
        for (int place = 0; place < TrueTraffic.chance(4, time); place++) {
            referrers.add(new ReferrerCount("site" + (time + place) + ".example", 50 - place, 9));
        }
        return referrers;
    }

    private void isStoredAsHeard() throws SQLException {
        List<String> days =
                rows("tdate, viewcount, vuniques, incomplete, clonecount, cuniques, cincomplete from repotraffic");
        assertThat(days).isEqualTo(heard.days());
        assertThat(rows("tdate, viewcount, vuniques, incomplete, clonecount, cuniques, cincomplete from weeklytraffic"))
                .isEqualTo(heard.weeks());
        assertThat(rows("tdate, viewcount, vuniques, clonecount, cuniques from windowtotals"))
                .isEqualTo(heard.totals());
        assertThat(rows("tdate, stars, forks, watchers, openissues from popularity"))
                .isEqualTo(heard.list(Part.REPOSITORY));
        assertThat(rows("tdate, place, referrer, viewcount from referrers")).isEqualTo(heard.list(Part.REFERRERS));
        playedWhatItIsAbout(days);
        wholeDaysAreTrue(days);
    }

    private List<String> rows(String what) throws SQLException {
        String order = what.contains("place") ? "tdate, place" : "tdate";
        return database.rows("select " + what + " where rid = 1 order by " + order);
    }

    /** The two months hold each case that the days can be in. */
    private static void playedWhatItIsAbout(List<String> days) {
        Set<String> kinds = new TreeSet<>();
        days.forEach(day -> {
            String[] values = day.split(" ");
            kinds.add(values[3] + values[6] + (values[1].equals("0") ? " quiet" : ""));
        });
        assertThat(kinds).contains("00", "00 quiet", "11").anyMatch(kind -> kind.matches("[01]2.*"));
        assertThat(days.get(0)).startsWith("2026-01-02");
        LocalDate inTheGap = LocalDate.ofInstant(at(24 * (GAP_BEGIN + 3), 0), ZoneOffset.UTC);
        assertThat(days).noneMatch(day -> day.startsWith(inTheGap.toString()));
    }

    /** What is said to be whole is all that there truly was. */
    private void wholeDaysAreTrue(List<String> days) {
        for (String line : days) {
            String[] values = line.split(" ");
            for (TrafficKind kind : TrafficKind.values()) {
                int place = kind == TrafficKind.VIEWS ? 1 : 4;
                if (values[place + 2].equals("0")) {
                    var truth = traffic.day(kind, LocalDate.parse(values[0]));
                    assertThat(values[place] + " " + values[place + 1])
                            .as(kind + " of " + values[0])
                            .isEqualTo(truth.count() + " " + truth.uniques());
                }
            }
        }
    }
}
