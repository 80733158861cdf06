package ghtraffic.collection.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.collection.health.Part;
import ghtraffic.collection.workshop.ExpectedNumbers;
import ghtraffic.collection.workshop.ScriptedAnswer;
import ghtraffic.collection.workshop.ScriptedGitHub;
import ghtraffic.collection.workshop.Workshop;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.github.model.DailyCount;
import ghtraffic.github.model.PathCount;
import ghtraffic.github.model.ReferrerCount;
import ghtraffic.github.model.TrafficWindow;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Plays a recording of what GitHub really answered, if the system property {@code replay.file} names one; does nothing
 * otherwise. Each line of it is a JSON object: {@code at}, {@code days} as {@code [date, clones, cloners, views, visitors]} with
 * null for what was absent, {@code referrers} as {@code [referrer, count, uniques]} and {@code paths} as
 * {@code [path, title, count, uniques]}, oldest first. It may be packed with gzip.
 */
@Tag("survival")
@ExtendWith(ArquillianExtension.class)
class RecordingIT {

    private static final Instant CREATED = Instant.parse("2008-01-01T00:00:00Z");

    private record Run(
            Instant at,
            TrafficWindow views,
            TrafficWindow clones,
            List<ReferrerCount> referrers,
            List<PathCount> paths) {}

    @Inject
    private Workshop workshop;

    @Inject
    private TestDatabase database;

    private final ExpectedNumbers heard = new ExpectedNumbers(LocalDate.EPOCH);
    private volatile Run run = new Run(CREATED, window(List.of()), window(List.of()), List.of(), List.of());

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @Test
    void whatWasRecordedIsKept() throws IOException, SQLException {
        Optional<String> file = ConfigProvider.getConfig().getOptionalValue("replay.file", String.class);
        if (file.isEmpty()) {
            return;
        }
        workshop.empty();
        workshop.tenant(1, "token");
        workshop.repository(1, 1);
        long begin = System.nanoTime();
        int runs = play(Path.of(file.get()));
        System.getLogger(RecordingIT.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "Played {0} runs in {1} s: {2} days, {3} referrers, {4} paths",
                        runs,
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin),
                        heard.days().size(),
                        heard.list(Part.REFERRERS).size(),
                        heard.list(Part.PATHS).size());
        assertThat(rows("tdate, viewcount, vuniques, incomplete, clonecount, cuniques, cincomplete from repotraffic"))
                .isEqualTo(heard.days());
        assertThat(rows("tdate, viewcount, vuniques, clonecount, cuniques from windowtotals"))
                .isEqualTo(heard.totals());
        assertThat(rows("tdate, place, referrer, viewcount, vuniques from referrers"))
                .isEqualTo(heard.list(Part.REFERRERS));
        assertThat(rows("tdate, place, path, viewcount, vuniques from paths")).isEqualTo(heard.list(Part.PATHS));
    }

    private List<String> rows(String what) throws SQLException {
        String order = what.contains("place") ? "tdate, place" : "tdate";
        return database.rows("select " + what + " where rid = 1 order by " + order);
    }

    private int play(Path file) throws IOException {
        int runs = 0;
        try (ScriptedGitHub gitHub = new ScriptedGitHub(this::say);
                InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                run = run(Json.createReader(new StringReader(line)).readObject());
                workshop.collect(1, run.at());
                gitHub.asked();
                runs++;
            }
        }
        return runs;
    }

    private ScriptedAnswer say(ScriptedGitHub.Question question) {
        Part part = question.part();
        return switch (part) {
            case REPOSITORY -> ScriptedAnswer.repository(77, "acme/r1", CREATED, 1);
            case VIEWS, CLONES -> {
                TrafficWindow window = part == Part.VIEWS ? run.views() : run.clones();
                heard.days(part, window, run.at());
                yield ScriptedAnswer.window(part, window);
            }
            case WEEKLY_VIEWS, WEEKLY_CLONES -> ScriptedAnswer.refusal(404, "Not recorded");
            case REFERRERS -> {
                List<String> items = new ArrayList<>();
                run.referrers()
                        .forEach(one -> items.add(
                                "%d %s %d %d".formatted(items.size() + 1, one.referrer(), one.count(), one.uniques())));
                heard.list(part, items, run.at());
                yield ScriptedAnswer.referrers(run.referrers());
            }
            case PATHS -> {
                List<String> items = new ArrayList<>();
                run.paths()
                        .forEach(one -> items.add(
                                "%d %s %d %d".formatted(items.size() + 1, one.path(), one.count(), one.uniques())));
                heard.list(part, items, run.at());
                yield ScriptedAnswer.paths(run.paths());
            }
            case RELEASES -> ScriptedAnswer.releases(1);
        };
    }

    private static Run run(JsonObject json) {
        List<DailyCount> views = new ArrayList<>();
        List<DailyCount> clones = new ArrayList<>();
        for (JsonArray row : json.getJsonArray("days").getValuesAs(JsonArray.class)) {
            LocalDate day = LocalDate.parse(row.getString(0));
            if (!row.isNull(1)) {
                clones.add(new DailyCount(day, row.getInt(1), row.getInt(2)));
            }
            if (!row.isNull(3)) {
                views.add(new DailyCount(day, row.getInt(3), row.getInt(4)));
            }
        }
        return new Run(
                Instant.parse(json.getString("at")),
                window(views),
                window(clones),
                json.getJsonArray("referrers").getValuesAs(JsonArray.class).stream()
                        .map(one -> new ReferrerCount(one.getString(0), one.getInt(1), one.getInt(2)))
                        .toList(),
                json.getJsonArray("paths").getValuesAs(JsonArray.class).stream()
                        .map(one -> new PathCount(one.getString(0), one.getString(1), one.getInt(2), one.getInt(3)))
                        .toList());
    }

    private static TrafficWindow window(List<DailyCount> days) {
        return new TrafficWindow(
                days.stream().mapToInt(DailyCount::count).sum(),
                days.stream().mapToInt(DailyCount::uniques).sum(),
                days);
    }
}
