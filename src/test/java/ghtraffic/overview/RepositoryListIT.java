package ghtraffic.overview;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.container.CountsQueries;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.identity.Viewer;
import ghtraffic.identity.ViewerRights;
import ghtraffic.lists.Page;
import ghtraffic.traffic.daily.PeriodNumbers;
import ghtraffic.traffic.daily.TrafficStore;
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

/** Lists of repositories: what is in them, in which order, and that their length costs no statement. */
@ExtendWith(ArquillianExtension.class)
class RepositoryListIT {

    @Inject
    private RepositoryList list;

    @Inject
    private RepositoryItems items;

    @Inject
    private TrafficStore traffic;

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

    /** Ann sees a/one to d/four of tenant 1, of which tenant 2 tracks two too, and not e/five of tenant 2. */
    @BeforeEach
    void fill() throws SQLException {
        database.empty();
        clock.set(Instant.parse("2026-03-12T10:00:00Z"));
        database.run(
                "insert into tenants (tid, fname, ghuser, ghtoken) values (1, 'One', 'one', 'x'), (2, 'Two', 'two', 'x')",
                "insert into adminusers (aid, auser, email) values (5, 'Ann', 'ann@example.com')",
                "insert into admintenantreporoles (aid, tid, role) values (5, 1, 8)");
        for (String name : List.of("1 a/one", "2 b/two", "3 c/three", "4 d/four", "5 e/five")) {
            repository(Integer.parseInt(name.substring(0, 1)), name.substring(2, 3), name.substring(4));
        }
        database.run(
                "delete from tenantrepos where rid = 5",
                "insert into tenantrepos (tid, rid) values (2, 2), (2, 4), (2, 5)");
        traffic.merge(1, List.of(day("2026-03-11", 5, 1), day("2026-02-26", 5, 1)));
        traffic.merge(1, List.of(day("2026-02-25", 900, 0), day("2026-03-12", 900, 0)));
        traffic.merge(2, List.of(day("2026-03-10", 20, 0)));
        traffic.merge(4, List.of(day("2026-03-10", 10, 3)));
        traffic.merge(5, List.of(day("2026-03-10", 99, 99)));
    }

    private static PeriodNumbers day(String day, int views, int clones) {
        return PeriodNumbers.whole(LocalDate.parse(day), views, 0, clones, 0);
    }

    @Test
    void theLastFourteenWholeDaysDecideTheOrder() {
        assertThat(names(RepositoryFilter.ALL, "name")).containsExactly("one", "two", "three", "four");
        assertThat(names(RepositoryFilter.ALL, "-name")).containsExactly("four", "three", "two", "one");
        assertThat(names(RepositoryFilter.ALL, "-views")).containsExactly("two", "one", "four", "three");
        assertThat(names(RepositoryFilter.ALL, "views")).containsExactly("one", "four", "two", "three");
        assertThat(names(RepositoryFilter.ALL, "-clones")).containsExactly("four", "one", "two", "three");
    }

    @Test
    void theOrderIsThatOfWhatIsAskedFor() {
        assertThat(names(new RepositoryFilter("", 2), "-views")).containsExactly("two", "four");
        assertThat(names(new RepositoryFilter("o", 1), "-clones")).containsExactly("four", "one", "two");
    }

    @Test
    void pagesAreCutFromTheOrderedWhole() {
        Page<TrackedRepository> second = page(RepositoryFilter.ALL, "-views", 1, 3);
        assertThat(second.map(TrackedRepository::name).items()).containsExactly("three");
        assertThat(second.total()).isEqualTo(4);
        assertThat(page(RepositoryFilter.ALL, "-views", 0, 3).hasNext()).isTrue();
        assertThat(page(RepositoryFilter.ALL, "-views", 2, 3).items()).isEmpty();
    }

    @Test
    @CountsQueries
    void moreRepositoriesCostNoMoreStatements() throws SQLException {
        long few = statements();
        for (int id = 10; id < 60; id++) {
            repository(id, "owner" + id, "more");
        }
        assertThat(names(RepositoryFilter.ALL, "name")).hasSize(54);
        assertThat(statements()).isEqualTo(few).isPositive();
    }

    private long statements() {
        Viewer ann = rights.viewer("ann@example.com");
        return database.queries(() -> items.of(
                ann, page(RepositoryFilter.ALL, "-views", 0, Page.LARGEST_SIZE).items()));
    }

    private void repository(int id, String owner, String name) throws SQLException {
        database.repository(id, owner, name);
        database.run("insert into tenantrepos (tid, rid) values (1, %d)".formatted(id));
    }

    private List<String> names(RepositoryFilter selection, String order) {
        return page(selection, order, 0, Page.LARGEST_SIZE)
                .map(TrackedRepository::name)
                .items();
    }

    private Page<TrackedRepository> page(RepositoryFilter selection, String order, int page, int size) {
        return list.page(rights.viewer("ann@example.com"), selection, RepositoryList.order(order), page, size);
    }
}
