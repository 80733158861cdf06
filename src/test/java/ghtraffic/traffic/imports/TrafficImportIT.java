package ghtraffic.traffic.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.catalog.Catalog;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.identity.Viewer;
import ghtraffic.identity.ViewerRights;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.traffic.daily.MergeResult;
import ghtraffic.traffic.exports.CsvExport;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A file is merged whole by maximum, or not at all. Ann manages tenant 1, which tracks 11 acme/apple and 12 acme/-dash, sees
 * tenant 2, which tracks 13 acme/cherry, and nothing of tenant 3, which tracks 14 acme/date.
 */
@ExtendWith(ArquillianExtension.class)
class TrafficImportIT {

    private static final String HEADER = "RID,TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT,CUNIQUES\n";
    private static final String ROWS =
            "select rid, tdate, viewcount, vuniques, clonecount, cuniques, incomplete, cincomplete from repotraffic"
                    + " order by rid, tdate";

    @Inject
    private TrafficImport imports;

    @Inject
    private CsvExport export;

    @Inject
    private Catalog catalog;

    @Inject
    private ViewerRights rights;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.empty();
        clock.set(Instant.parse("2026-03-12T10:00:00Z"));
        database.repository(11, "acme", "apple");
        database.repository(12, "acme", "-dash");
        database.repository(13, "acme", "cherry");
        database.repository(14, "acme", "date");
        database.run(
                "insert into tenants (tid, ghuser, ghtoken) values (1, 'one', 'x'), (2, 'two', 'x'), (3, 'three', 'x')",
                "insert into tenantrepos (tid, rid) values (1, 11), (1, 12), (2, 13), (3, 14)",
                "insert into adminusers (aid, auser, email) values (5, 'Ann', 'ann@example.com'), (6, 'Bob', 'bob@example.com')",
                "insert into admintenantreporoles (aid, tid, role, rid) values (5, 1, 4, null), (5, 2, 8, null), (6, 1, 8, null)");
    }

    @Test
    void theOwnExportImportsWhateverGitHubGave() throws IOException, SQLException {
        database.run("insert into repotraffic (rid, tdate, viewcount, vuniques, clonecount, cuniques)"
                + " values (11, '2026-03-01', 1, 9, 0, 4)");
        assertThat(run(exported())).isEqualTo(new ImportOutcome.Merged(1, new MergeResult(0, 0, 1), List.of()));
    }

    @Test
    void largerValuesWinOverAllRepositoriesOfTheFile() throws IOException, SQLException {
        run(HEADER + "11,2026-03-02,10,5,3,2\n12,2026-03-02,1,1,0,0\n");
        assertThat(run(HEADER + "12,2026-03-02,1,1,0,0\n11,2026-03-02,4,4,9,1\n11,2026-03-01,0,0,0,0\n"))
                .isEqualTo(new ImportOutcome.Merged(3, new MergeResult(1, 1, 1), List.of()));
        assertThat(database.rows(ROWS))
                .containsExactly(
                        "11 2026-03-01 0 0 0 0 0 0", "11 2026-03-02 10 5 9 2 0 0", "12 2026-03-02 1 1 0 0 0 0");
    }

    @Test
    void importingTwiceChangesNothing() throws IOException, SQLException {
        String file = HEADER + "11,2026-03-02,10,5,3,2\n12,2026-03-02,1,1,0,0\n12,2026-03-12,1,1,0,0\n";
        assertThat(run(file)).isEqualTo(new ImportOutcome.Merged(3, new MergeResult(3, 0, 0), List.of()));
        List<String> rows = database.rows(ROWS);
        assertThat(run(file)).isEqualTo(new ImportOutcome.Merged(3, new MergeResult(0, 0, 3), List.of()));
        assertThat(database.rows(ROWS)).isEqualTo(rows).hasSize(3);
    }

    @Test
    void oneWrongLineKeepsTheWholeFileOut() throws IOException, SQLException {
        ImportOutcome outcome = run(HEADER + "11,2026-03-02,10,5,3,2\n12,2026-03-02,x,2,0,0\n");
        assertThat(outcome).isInstanceOfSatisfying(ImportOutcome.Refused.class, refused -> {
            assertThat(refused.read()).isEqualTo(2);
            assertThat(refused.rejected()).extracting(InvalidLine::line).containsExactly(3L);
        });
        assertThat(database.rows(ROWS)).isEmpty();
    }

    @Test
    void whatTheDatabaseRefusesAtTheEndTakesTheBeginningAlong() throws SQLException {
        database.run("alter table repotraffic add constraint repotraffic_test check (viewcount <> 4711)");
        try {
            assertThat(failureOf(HEADER + "11,2026-03-02,10,5,3,2\n12,2026-03-02,4711,2,0,0\n"))
                    .isNotNull();
            assertThat(database.rows(ROWS)).isEmpty();
        } finally {
            database.run("alter table repotraffic drop constraint repotraffic_test");
        }
    }

    private @Nullable Exception failureOf(String file) {
        try {
            run(file);
            return null;
        } catch (IOException | RuntimeException e) {
            return e;
        }
    }

    @Test
    void onlyWhatOneManagesIsWritten() throws IOException, SQLException {
        for (int other : List.of(13, 14, 15)) {
            assertThat(run(HEADER + other + ",2026-03-02,10,5,3,2\n"))
                    .isInstanceOfSatisfying(
                            ImportOutcome.Refused.class,
                            refused -> assertThat(
                                            refused.rejected().get(0).reason().english())
                                    .isEqualTo("RID " + other + " is no repository that you manage"));
        }
        assertThat(run("ann@example.com", 13, HEADER)).isInstanceOf(ImportOutcome.NotAllowed.class);
        assertThat(run("ann@example.com", 14, HEADER)).isEqualTo(new ImportOutcome.NoRepository(14));
        assertThat(run("ann@example.com", 15, HEADER)).isEqualTo(new ImportOutcome.NoRepository(15));
        assertThat(run("bob@example.com", null, HEADER + "11,2026-03-02,10,5,3,2\n"))
                .isInstanceOf(ImportOutcome.NotAllowed.class);
        assertThat(run("bob@example.com", 11, HEADER)).isInstanceOf(ImportOutcome.NotAllowed.class);
        assertThat(database.rows(ROWS)).isEmpty();
    }

    @Test
    void aGrantOfOneRepositoryLetsImportIntoThatOne() throws IOException, SQLException {
        database.run("insert into admintenantreporoles (aid, tid, role, rid) values (6, 1, 4, 12)");
        database.run("delete from admintenantreporoles where aid = 6 and role = 8");
        assertThat(run("bob@example.com", null, HEADER + "11,2026-03-02,10,5,3,2\n"))
                .isInstanceOf(ImportOutcome.Refused.class);
        assertThat(run("bob@example.com", null, HEADER + "12,2026-03-02,10,5,3,2\n"))
                .isInstanceOf(ImportOutcome.Merged.class);
    }

    @Test
    void whatIsExportedAndImportedChangesNothingAndRestoresWhatWasLost() throws IOException, SQLException {
        run(HEADER + "11,2026-03-02,10,5,3,2\n12,2026-03-02,1,1,0,0\n12,2026-03-12,1,1,0,0\n");
        database.run(
                "insert into repotraffic (rid, tdate, viewcount, vuniques, clonecount, cuniques, incomplete, cincomplete)"
                        + " values (12, '2026-03-03', 0, 0, 4, 3, 2, 0), (12, '2026-03-04', 6, 5, 0, 0, 1, 2)");
        List<String> rows = database.rows(ROWS);
        String file = exported();
        assertThat(file).contains("'-dash").contains(",2026-03-03,,,4,3,").contains(",2026-03-04,6,5,,,");
        assertThat(run(file)).isEqualTo(new ImportOutcome.Merged(5, new MergeResult(0, 0, 5), List.of()));
        assertThat(database.rows(ROWS)).isEqualTo(rows);
        database.run("delete from repotraffic");
        assertThat(run(file)).isEqualTo(new ImportOutcome.Merged(5, new MergeResult(5, 0, 0), List.of()));
        assertThat(database.rows(ROWS)).isEqualTo(rows);
    }

    @Test
    void aDayOfWhichOneKindIsPartialIsNotTakenForWhole() throws IOException, SQLException {
        database.run(
                "insert into repotraffic (rid, tdate, viewcount, vuniques, clonecount, cuniques, incomplete, cincomplete)"
                        + " values (11, '2026-03-03', 9, 8, 4, 3, 0, 1)");
        assertThat(run(exported())).isEqualTo(new ImportOutcome.Merged(1, new MergeResult(0, 0, 1), List.of()));
        assertThat(database.rows(ROWS)).containsExactly("11 2026-03-03 9 8 4 3 0 1");
    }

    private String exported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(
                catalog.visibleTo(ann()),
                new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 12)),
                Interval.DAY,
                out);
        return out.toString(UTF_8);
    }

    private ImportOutcome run(String file) throws IOException {
        return run("ann@example.com", null, file);
    }

    private ImportOutcome run(String email, @Nullable Integer repository, String file) throws IOException {
        return imports.run(rights.viewer(email), null, repository, new ByteArrayInputStream(file.getBytes(UTF_8)));
    }

    private Viewer ann() {
        return rights.viewer("ann@example.com");
    }
}
