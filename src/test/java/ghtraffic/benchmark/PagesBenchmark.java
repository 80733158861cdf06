package ghtraffic.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import ghtraffic.e2e.world.Chromium;
import ghtraffic.e2e.world.ScriptedAdministrator;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.sandbox.Sandbox;
import ghtraffic.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;

/**
 * What a browser waits for: pages of a thousand repositories with ten years of days in the embedded database. Each page is opened with an
 * empty cache, and each change of range is a click on a page that is there. The database is filled once.
 */
public final class PagesBenchmark {

    private static final int REPOSITORIES = 1_000;
    private static final int DAYS = 3_653;
    private static final int TIMES = 7;
    private static final int PORT = 19_606;

    /** Since the click, or since the navigation began; until the largest thing was painted. */
    private static final String PAINTED = """
            async () => {
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              const largest = await new Promise(found => {
                new PerformanceObserver(list => found(list.getEntries().at(-1).startTime))
                  .observe({ type: 'largest-contentful-paint', buffered: true });
                setTimeout(() => found(NaN), 3000);
              });
              const clicked = Number(sessionStorage.getItem('clicked') ?? performance.timeOrigin);
              sessionStorage.removeItem('clicked');
              return performance.timeOrigin + largest - clicked;
            }""";

    private static final String NOTE_CLICKS = """
            () => addEventListener('click',
              () => sessionStorage.setItem('clicked', performance.timeOrigin + performance.now()), true)""";

    private final PrintStream out;

    /** Prints there. */
    public PagesBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Takes the project's folder, in which all is built. */
    public void run(Path project) throws IOException, InterruptedException, TimeoutException, SQLException {
        Path home = project.resolve("target/benchmark/pages");
        Path filled = home.resolve("filled");
        Map<String, String> settings = Map.of("COLLECT_SCHEDULE", "paused");
        List<String> console = new CopyOnWriteArrayList<>();
        try (Sandbox sandbox = Sandbox.start(
                new SandboxSettings(project, home, PORT, PORT + 1, 0, settings, List.of()), console::add)) {
            if (!Files.exists(filled)) {
                ScriptedAdministrator admin = ScriptedAdministrator.of(sandbox, console);
                admin.track("acme", "load-0001");
                admin.collect();
                sandbox.killApplication();
                fill(home.resolve("data/traffic"));
                Files.createFile(filled);
                sandbox.startApplication();
            }
            look(sandbox);
        }
    }

    /** Gives the one repository that there is ten years, and 999 others beside it. */
    private static void fill(Path file) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + file + ";MODE=DB2;WRITE_DELAY=0");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            int first;
            try (var found = statement.executeQuery("select max(rid) from repos")) {
                found.next();
                first = found.getInt(1);
            }
            String others = " cross join system_range(2, " + REPOSITORIES + ") n where rid = " + first;
            statement.execute("insert into repos (rid, rname, ghserverid, oid, schedule, githubid, createdat)"
                    + " select rid + n.x, 'load-' || lpad(n.x, 4, '0'), ghserverid, oid, schedule, githubid + n.x,"
                    + " timestamp '2015-01-01 00:00:00' from repos" + others);
            statement.execute("update repos set createdat = timestamp '2015-01-01 00:00:00'");
            statement.execute("insert into tenantrepos (tid, rid) select tid, rid + n.x from tenantrepos" + others);
            statement.execute("insert into repohealth (rid, lastattempt, lastsuccess, state, nextattempt)"
                    + " select rid + n.x, lastattempt, lastsuccess, state, nextattempt from repohealth" + others);
            statement.execute("insert into repodetails (rid, description, topics, language, fork, archived, hidden)"
                    + " select rid + n.x, description, topics, language, fork, archived, hidden from repodetails"
                    + others);
            connection.commit();
            List<Integer> repositories = new ArrayList<>();
            try (var found = statement.executeQuery("select rid from repos")) {
                while (found.next()) {
                    repositories.add(found.getInt(1));
                }
            }
            List<String> days = List.of(
                    "repotraffic (rid, tdate, viewcount, vuniques, clonecount, cuniques)"
                            + " select ?, d, 200 + mod(x * 37, 90), 40 + mod(x, 17), 20 + mod(x * 11, 13), 5 + mod(x, 3)",
                    "windowtotals (rid, tdate, viewcount, vuniques, clonecount, cuniques)"
                            + " select ?, d, 3000 + mod(x, 400), 400 + mod(x, 70), 300 + mod(x, 50), 60 + mod(x, 9)",
                    "popularity (rid, tdate, stars, forks, watchers, openissues)"
                            + " select ?, d, 9000 - x, 800 - x / 10, 40, mod(x, 30)");
            for (int repository : repositories) {
                for (String insert : days) {
                    insert(connection, insert, repository);
                }
                connection.commit();
            }
            for (int place = 1; place <= 10; place++) {
                insert(
                        connection,
                        "referrers (rid, tdate, place, referrer, viewcount, vuniques) select ?, d, " + place
                                + ", 'site-" + place + ".example.com', 100 - mod(x, 50), 20",
                        first);
                insert(
                        connection,
                        "paths (rid, tdate, place, path, title, viewcount, vuniques) select ?, d, " + place
                                + ", '/acme/load-0001/tree/" + place + "', 'Page " + place
                                + "', 100 - mod(x, 50), 20",
                        first);
            }
            insert(connection, "popularlists (rid, tdate, kind) select ?, d, 'R'", first);
            insert(connection, "popularlists (rid, tdate, kind) select ?, d, 'P'", first);
            fillAgain(statement, "monthlysums", "V10__monthly_sums.sql");
            fillAgain(statement, "dekadsums", "V11__dekad_sums.sql");
            connection.commit();
        }
    }

    /** Sums that are derived from the days, as the migration that made the table had filled it. */
    private static void fillAgain(Statement statement, String table, String migration)
            throws SQLException, IOException {
        try (InputStream script = PagesBenchmark.class.getResourceAsStream("/db/migration/" + migration)) {
            String all = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            statement.execute("delete from " + table);
            statement.execute(all.replaceFirst("(?s).*?(insert into .*?);.*", "$1"));
        }
    }

    /** Inserts for each of the days that the repository does not have yet. */
    private static void insert(Connection connection, String insert, int repository) throws SQLException {
        String table = insert.substring(0, insert.indexOf(' '));
        String place = insert.contains("place") ? " and t.place = " + insert.replaceAll(".* d, (\\d+).*", "$1") : "";
        String kind = insert.contains("kind") ? " and t.kind = " + insert.replaceAll(".*('.').*", "$1") : "";
        try (PreparedStatement statement = connection.prepareStatement("insert into " + insert
                + " from (select x, dateadd(day, -x, current_date) d from system_range(0, " + (DAYS - 1) + "))"
                + " where not exists (select 1 from " + table + " t where t.rid = ? and t.tdate = d" + place + kind
                + ")")) {
            statement.setInt(1, repository);
            statement.setInt(2, repository);
            statement.executeUpdate();
        }
    }

    private void look(Sandbox sandbox) throws IOException, InterruptedException {
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            String state;
            String repository;
            try (Visitor visitor = new Visitor(sandbox, browser, null)) {
                visitor.signIn("admin@example.com");
                visitor.open("/overview");
                repository = (String) visitor.page()
                        .locator("a[href*='/repository?']")
                        .first()
                        .evaluate("a => a.pathname + a.search");
                state = visitor.state();
            }
            for (String page : List.of("/overview", repository)) {
                open(sandbox, browser, state, page);
                for (String key : List.of("W", "N", "L", "A")) {
                    choose(sandbox, browser, state, page + (page.contains("?") ? "&" : "?") + "period=28d", key);
                }
            }
        }
    }

    private void open(Sandbox sandbox, Browser browser, String state, String path) {
        long[] painted = new long[TIMES];
        int requests = 0;
        int bytes = 0;
        for (int i = 0; i < TIMES; i++) {
            List<Request> finished = new CopyOnWriteArrayList<>();
            try (Visitor visitor = new Visitor(sandbox, browser, state)) {
                visitor.page().onRequestFinished(finished::add);
                visitor.open(path);
                painted[i] = painted(visitor.page());
                requests = finished.size();
                bytes = finished.stream()
                        .map(Request::sizes)
                        .mapToInt(sizes -> sizes.responseHeadersSize + sizes.responseBodySize)
                        .sum();
            }
        }
        out.printf(
                "%s, first visit: largest contentful paint %s; %d requests, %d kB%n",
                path, times(painted), requests, bytes / 1000);
    }

    private void choose(Sandbox sandbox, Browser browser, String state, String path, String key) {
        long[] painted = new long[TIMES];
        String what = "";
        try (Visitor visitor = new Visitor(sandbox, browser, state)) {
            for (int i = 0; i < TIMES; i++) {
                visitor.open(path);
                painted(visitor.page());
                visitor.page().evaluate(NOTE_CLICKS);
                Locator preset = visitor.page().locator(".presets a[data-key='" + key + "']");
                what = preset.innerText();
                preset.click();
                painted[i] = painted(visitor.page());
            }
        }
        out.printf("%s, change of range to %s: painted after %s%n", path, what, times(painted));
    }

    private static long painted(Page page) {
        page.waitForLoadState(LoadState.LOAD);
        return Math.round(((Number) page.evaluate(PAINTED)).doubleValue());
    }

    private static String times(long... milliseconds) {
        long[] sorted = LongStream.of(milliseconds).sorted().toArray();
        return "%d ms (first %d, worst %d)"
                .formatted(sorted[sorted.length / 2], milliseconds[0], sorted[sorted.length - 1]);
    }
}
