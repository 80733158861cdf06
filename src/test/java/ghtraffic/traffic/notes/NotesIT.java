package ghtraffic.traffic.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghtraffic.catalog.RepositoryStore;
import ghtraffic.catalog.tracking.RepositoryTracking;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.identity.Viewer;
import ghtraffic.identity.ViewerRights;
import ghtraffic.messages.InvalidInput;
import ghtraffic.ranges.DateRange;
import ghtraffic.tenants.TenantStore;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Repository 11 is tracked by tenants 1 and 2, repository 12 by tenant 1. Each user is called after what he may do. */
@ExtendWith(ArquillianExtension.class)
class NotesIT {

    private static final int SHARED = 11;
    private static final int OTHER = 12;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final DateRange MARCH = new DateRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 12));

    @Inject
    private Notes notes;

    @Inject
    private ViewerRights rights;

    @Inject
    private RepositoryTracking tracking;

    @Inject
    private TenantStore tenants;

    @Inject
    private RepositoryStore repositories;

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
        database.repository(SHARED, "acme", "shared");
        database.repository(OTHER, "acme", "other");
        database.run(
                "insert into tenants (tid, ghuser, ghtoken) values (1, 'one', '')",
                "insert into tenants (tid, ghuser, ghtoken) values (2, 'two', '')",
                "insert into tenantrepos (tid, rid) values (1, 11)",
                "insert into tenantrepos (tid, rid) values (2, 11)",
                "insert into tenantrepos (tid, rid) values (1, 12)");
        user(1, "manager.one", 1, 4, "null");
        user(2, "manager.two", 2, 4, "null");
        user(3, "viewer.one", 1, 8, "null");
        user(4, "guest.two", 2, 16, "11");
        user(5, "guest.of.other", 1, 16, "12");
    }

    private void user(int id, String name, int tenant, int role, String repository) throws SQLException {
        database.run(
                "insert into adminusers (aid, auser, email) values (%d, '%s', '%s@example.com')"
                        .formatted(id, name, name),
                "insert into admintenantreporoles (aid, tid, role, rid) values (%d, %d, %d, %s)"
                        .formatted(id, tenant, role, repository));
    }

    @Test
    void aNoteIsSeenByThoseWhoSeeTheRepositoryThroughItsTenantAndByNobodyElse() {
        write("manager.one", 1, DAY, "of one");
        write("manager.two", 2, DAY, "of two");

        assertThat(texts("manager.one", SHARED)).containsExactly("of one");
        assertThat(texts("viewer.one", SHARED)).containsExactly("of one");
        assertThat(texts("manager.two", SHARED)).containsExactly("of two");
        assertThat(texts("guest.two", SHARED)).containsExactly("of two");
        assertThat(texts("guest.of.other", SHARED)).isEmpty();
        assertThat(texts("nobody", SHARED)).isEmpty();
        assertThat(texts("manager.one", OTHER)).isEmpty();

        Note ofTwo = notes.of(viewer("manager.two"), SHARED, MARCH).get(0);
        assertThat(notes.of(viewer("manager.one"), SHARED, ofTwo.id()))
                .as("nor by its number")
                .isEmpty();
        assertThat(notes.of(viewer("manager.two"), OTHER, ofTwo.id())).isEmpty();
        assertThat(notes.of(viewer("guest.two"), SHARED, ofTwo.id())).contains(ofTwo);
    }

    @Test
    void whoSeesItThroughBothTenantsSeesTheNotesOfBoth() throws SQLException {
        database.run("insert into admintenantreporoles (aid, tid, role) values (3, 2, 8)");
        write("manager.one", 1, DAY, "of one");
        write("manager.two", 2, DAY.plusDays(1), "of two");

        assertThat(texts("viewer.one", SHARED)).containsExactly("of two", "of one");
    }

    @Test
    void theRangeHoldsBothItsDaysAndTheLatestComesFirst() {
        write("manager.one", 1, MARCH.from(), "first");
        write("manager.one", 1, MARCH.to(), "last");
        write("manager.one", 1, MARCH.from().minusDays(1), "before");
        write("manager.one", 1, MARCH.from(), "first again");

        assertThat(texts("manager.one", SHARED)).containsExactly("last", "first again", "first");
    }

    @Test
    void whoManagesATenantThatTracksItWritesAndTheAuthorOrManagerRemoves() throws SQLException {
        assertThat(notes.writableBy(viewer("manager.one"), SHARED))
                .extracting(Viewer.Access::tenant)
                .containsExactly(1);
        for (String looking : List.of("viewer.one", "guest.two", "guest.of.other", "nobody")) {
            assertThat(notes.writableBy(viewer(looking), SHARED)).as(looking).isEmpty();
        }
        assertThat(notes.writableBy(viewer("manager.two"), OTHER)).isEmpty();

        Note note = write("manager.one", 1, DAY, "of one");
        database.run("insert into admintenantreporoles (aid, tid, role) values (2, 1, 4)");
        assertThat(Notes.isRemovableBy(viewer("manager.two"), note)).isTrue();
        assertThat(Notes.isRemovableBy(viewer("viewer.one"), note)).isFalse();
        database.run("update admintenantreporoles set role = 8 where aid = 1");
        assertThat(Notes.isRemovableBy(viewer("manager.one"), note))
                .as("his own")
                .isTrue();
    }

    @Test
    void writingAndRemovingAreAudited() throws SQLException {
        Note note = notes.write(
                        viewer("manager.one"), SHARED, 1, new NoteDraft(DAY, "Version 2", "https://example.com/v2"))
                .orElseThrow();
        assertThat(note)
                .isEqualTo(new Note(
                        note.id(),
                        DAY,
                        "Version 2",
                        "https://example.com/v2",
                        "manager.one@example.com",
                        Instant.parse("2026-03-12T10:00:00Z"),
                        1));
        assertThat(notes.remove(SHARED, note)).isTrue();
        assertThat(notes.remove(SHARED, note)).isFalse();
        assertThat(texts("manager.one", SHARED)).isEmpty();
        assertThat(database.rows("select deed, about, beforehand, afterwards from auditlog order by auditid"))
                .containsExactly(
                        "note.write repository 11, tenant 1, 2026-03-10 null Version 2 https://example.com/v2",
                        "note.remove repository 11, tenant 1, 2026-03-10 Version 2 https://example.com/v2 null");
    }

    @Test
    void aNoteKeepsTheLongestTextOfAnyScript() {
        String text = "\uD83C\uDF89".repeat(500);
        String link = "https://example.com/" + "x".repeat(980);
        notes.write(viewer("manager.one"), SHARED, 1, new NoteDraft(DAY, text, link));

        Note kept = notes.of(viewer("manager.one"), SHARED, MARCH).get(0);
        assertThat(kept.text()).isEqualTo(text);
        assertThat(kept.link()).isEqualTo(link);
    }

    @Test
    void aTenantHasAThousandNotesOnARepositoryAtMost() throws SQLException {
        for (int i = 0; i < Notes.MOST; i++) {
            database.run("insert into notes (rid, tid, tdate, words, author, writtenat) values (11, 1, '2026-01-01',"
                    + " 'x', 'x', '2026-01-01 00:00:00')");
        }
        assertThatThrownBy(() -> write("manager.one", 1, DAY, "one more"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1000 notes");
        write("manager.two", 2, DAY, "of another tenant");
    }

    @Test
    void notesGoWithTheHistory() throws SQLException {
        write("manager.one", 1, DAY, "of one");
        write("manager.two", 2, DAY, "of two");
        notes.write(viewer("manager.one"), OTHER, 1, new NoteDraft(DAY, "of the other", null));

        tracking.stop(1, SHARED, false);
        assertThat(texts("manager.one", SHARED)).isEmpty();
        assertThat(left()).as("kept with the history").containsExactly("11 1", "11 2", "12 1");
        database.run("insert into tenantrepos (tid, rid) values (1, 11)");
        assertThat(texts("manager.one", SHARED)).containsExactly("of one");

        tracking.stop(1, SHARED, true);
        assertThat(left()).as("the other tenant's stay").containsExactly("11 2", "12 1");
        tracking.stop(2, SHARED, true);
        assertThat(left()).containsExactly("12 1");
        assertThat(repositories.lockRepository(SHARED)).isFalse();

        tenants.remove(1, false);
        assertThat(left()).as("nobody is left to see them").isEmpty();
    }

    @Test
    void nothingIsWrittenOfARepositoryThatIsGone() {
        assertThat(notes.write(viewer("manager.one"), 999, 1, new NoteDraft(DAY, "x", null)))
                .isEmpty();
    }

    private List<String> left() throws SQLException {
        return database.rows("select rid, tid from notes order by rid, tid");
    }

    private Viewer viewer(String name) {
        return rights.viewer(name + "@example.com");
    }

    private Note write(String author, int tenant, LocalDate day, String text) {
        return notes.write(viewer(author), SHARED, tenant, new NoteDraft(day, text, null))
                .orElseThrow();
    }

    private List<String> texts(String name, int repository) {
        return notes.of(viewer(name), repository, MARCH).stream()
                .map(Note::text)
                .toList();
    }
}
