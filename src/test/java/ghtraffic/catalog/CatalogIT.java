package ghtraffic.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.container.AtOnce;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.model.RepositoryMetadata;
import ghtraffic.identity.Viewer;
import ghtraffic.identity.ViewerRights;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who sees what, and what tracking leaves behind. Tenant 1 tracks 11 acme/apple, 12 acme/Banana and 13 zoo/cherry_pie,
 * tenant 2 tracks 13 and 14 zoo/100%; nobody tracks 15 acme/forgotten.
 */
@ExtendWith(ArquillianExtension.class)
class CatalogIT {

    private static final int TENANT = 4;
    private static final int TENANTSTATS = 8;
    private static final int REPOSTATS = 16;

    @Inject
    private Catalog catalog;

    @Inject
    private RepositoryStore repositoryStore;

    @Inject
    private ViewerRights rights;

    @Inject
    private TestDatabase database;

    @Inject
    private AtOnce atOnce;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.empty();
        database.run(
                "insert into ghorgusers (oid, username, usertype) values (1, 'acme', 'O'), (2, 'zoo', 'U')",
                "insert into repos (rid, rname, ghserverid, oid, schedule, githubid) values (11, 'apple', 1, 1, 0, 111),"
                        + " (12, 'Banana', 1, 1, 0, 112), (13, 'cherry_pie', 1, 2, 0, 113), (14, '100%', 1, 2, 0, 114),"
                        + " (15, 'forgotten', 1, 1, 0, null)",
                "insert into tenants (tid, fname, ghuser, ghtoken) values (1, 'One', 'one', 'x'), (2, 'Two', 'two', 'x')",
                "insert into tenantrepos (tid, rid) values (1, 11), (1, 12), (1, 13), (2, 13), (2, 14)",
                "insert into adminusers (aid, auser, email) values (5, 'Ann', 'Ann@Example.COM'), (6, 'Bob', 'bob@example.com')");
    }

    @Test
    void whoManagesATenantSeesItsRepositoriesByName() throws SQLException {
        grant(5, 1, TENANT, null);
        assertThat(seen("ann@example.com")).containsExactly("acme/apple", "acme/Banana", "zoo/cherry_pie");
    }

    @Test
    void whoSeesATenantsTrafficSeesItsRepositories() throws SQLException {
        grant(5, 2, TENANTSTATS, null);
        assertThat(seen("ann@example.com")).containsExactly("zoo/100%", "zoo/cherry_pie");
    }

    @Test
    void aGrantOfOneRepositoryShowsThatOne() throws SQLException {
        grant(5, 1, REPOSTATS, 12);
        assertThat(seen("ann@example.com")).containsExactly("acme/Banana");
        assertThat(catalog.visibleTo(viewer("ann@example.com"), 12)).isPresent();
        assertThat(catalog.visibleTo(viewer("ann@example.com"), 11)).isEmpty();
    }

    @Test
    void grantsAddUpAndNothingIsListedTwice() throws SQLException {
        grant(5, 1, REPOSTATS, 11);
        grant(5, 1, REPOSTATS, 13);
        grant(5, 2, TENANT + TENANTSTATS, null);
        grant(5, 2, REPOSTATS, 13);
        assertThat(seen("ann@example.com")).containsExactly("acme/apple", "zoo/100%", "zoo/cherry_pie");
    }

    @Test
    void aGrantInOneTenantDoesNotReachTheRepositoriesOfAnother() throws SQLException {
        grant(5, 1, REPOSTATS, 14);
        assertThat(seen("ann@example.com")).isEmpty();
        assertThat(catalog.visibleTo(viewer("ann@example.com"), 14)).isEmpty();
    }

    @Test
    void aRepositoryThatTheTenantNoLongerTracksIsNotSeen() throws SQLException {
        grant(5, 1, REPOSTATS, 15);
        grant(5, 1, REPOSTATS, 11);
        database.run("delete from tenantrepos where rid = 11");
        assertThat(seen("ann@example.com")).isEmpty();
        assertThat(catalog.visibleTo(viewer("ann@example.com"), 11)).isEmpty();
    }

    @Test
    void aRepositoryOfAnUnknownServerOrOwnerBreaksNoList() throws SQLException {
        grant(5, 2, TENANTSTATS, null);
        List<String> before = seen("ann@example.com");
        int tracked = catalog.tracked().size();
        database.run(
                "insert into repos (rid, rname, ghserverid, oid, schedule) values (81, 'nowhere', 77, 1, 0), (82, 'nobodys', 1, 77, 0)",
                "insert into tenantrepos (tid, rid) values (2, 81), (2, 82)");
        assertThat(seen("ann@example.com")).isEqualTo(before);
        assertThat(catalog.visibleTo(viewer("ann@example.com"), 81)).isEmpty();
        assertThat(catalog.visibleTo(viewer("ann@example.com"), 82)).isEmpty();
        assertThat(catalog.tracked()).hasSize(tracked);
        assertThat(catalog.withIds(List.of(81, 82))).isEmpty();
    }

    @Test
    void addressesAreComparedWithoutCase() throws SQLException {
        grant(5, 2, TENANTSTATS, null);
        assertThat(seen(" ANN@example.Com ")).hasSize(2);
        assertThat(seen("ann@example.org")).isEmpty();
    }

    @Test
    void administratorsAndMaintainersSeeNoRepositoryByThatAlone() throws SQLException {
        database.run("insert into adminroles (aid, role) values (5, 3)");
        grant(5, 1, 3, null);
        assertThat(rights.viewer("ann@example.com").roles()).hasSize(2);
        assertThat(seen("ann@example.com")).isEmpty();
        assertThat(found("")).isEmpty();
    }

    @Test
    void oneSeesNothingByWhatIsGrantedToAnother() throws SQLException {
        grant(6, 1, TENANT, null);
        assertThat(seen("ann@example.com")).isEmpty();
        assertThat(seen("bob@example.com")).hasSize(3);
        assertThat(catalog.manages(viewer("bob@example.com"), 13)).isTrue();
        assertThat(catalog.manages(viewer("bob@example.com"), 14)).isFalse();
        assertThat(catalog.manages(viewer("ann@example.com"), 13)).isFalse();
    }

    @Test
    void aTenantLeavesWhatItTracksOfWhatIsVisible() throws SQLException {
        everythingFor(5);
        assertThat(found("", 1)).containsExactly("acme/apple", "acme/Banana", "zoo/cherry_pie");
        assertThat(found("", 2)).containsExactly("zoo/100%", "zoo/cherry_pie");
        assertThat(found("CHERRY", 2)).containsExactly("zoo/cherry_pie");
        assertThat(found("apple", 2)).isEmpty();
        assertThat(found("", 3)).isEmpty();
        grant(6, 1, REPOSTATS, 13);
        assertThat(names(catalog.visibleTo(viewer("bob@example.com"), new RepositoryFilter("", 1))))
                .containsExactly("zoo/cherry_pie");
    }

    @Test
    void aViewerIsInTheTenantsWhereHeHasAnyRight() throws SQLException {
        grant(5, 1, REPOSTATS, 11);
        grant(5, 2, 0, null);
        Viewer ann = viewer("ann@example.com");
        assertThat(ann.isIn(1)).isTrue();
        assertThat(ann.isIn(2)).isFalse();
        assertThat(ann.isIn(3)).isFalse();
    }

    @Test
    void idsAreGivenInTheOrderThatIsAskedFor() {
        assertThat(names(catalog.withIds(List.of(14, 11, 99, 13))))
                .containsExactly("zoo/100%", "acme/apple", "zoo/cherry_pie");
        assertThat(catalog.withIds(List.of())).isEmpty();
    }

    @Test
    void theSearchTakesTheFullNameWithoutCase() throws SQLException {
        everythingFor(5);
        assertThat(found("ACME/b")).containsExactly("acme/Banana");
        assertThat(found(" an ")).containsExactly("acme/Banana");
        assertThat(found("zoo")).containsExactly("zoo/100%", "zoo/cherry_pie");
        assertThat(found("nowhere")).isEmpty();
    }

    @Test
    void signsOfSqlAreOrdinaryTextInTheSearch() throws SQLException {
        everythingFor(5);
        assertThat(found("%")).containsExactly("zoo/100%");
        assertThat(found("_")).containsExactly("zoo/cherry_pie");
        assertThat(found("'")).isEmpty();
        assertThat(found("' or '1' = '1")).isEmpty();
        assertThat(found("?1")).isEmpty();
        assertThat(found("\\")).isEmpty();
    }

    @Test
    void theSearchFindsOnlyWhatIsVisible() throws SQLException {
        grant(5, 1, REPOSTATS, 11);
        assertThat(found("a")).containsExactly("acme/apple");
        assertThat(found("banana")).isEmpty();
    }

    @Test
    void dueIsWhatAnybodyTracks() {
        assertThat(catalog.tracked()).extracting(TrackedRepository::id).containsExactly(11, 12, 13, 14);
        assertThat(catalog.trackingTenants(List.of(11, 13, 15)))
                .containsOnlyKeys(11, 13)
                .containsEntry(13, List.of(1, 2));
    }

    @Test
    void trackingTwiceIsToldAndStoredOnce() throws SQLException {
        GitHubRepository found = called("newcomer", "tool", 900);
        assertThat(repositoryStore.track(1, 1, found)).isInstanceOf(TrackingOutcome.Tracked.class);
        assertThat(repositoryStore.track(1, 1, found)).isInstanceOf(TrackingOutcome.AlreadyTracked.class);
        assertThat(repositoryStore.track(2, 1, found)).isInstanceOf(TrackingOutcome.Tracked.class);
        assertThat(database.rows("select username, usertype, rname, githubid from repos r"
                        + " join ghorgusers o on o.oid = r.oid where rname = 'tool'"))
                .containsExactly("newcomer O tool 900");
        assertThat(database.rows("select tid from tenantrepos s join repos r on r.rid = s.rid"
                        + " where rname = 'tool' order by tid"))
                .containsExactly("1", "2");
    }

    @Test
    void tenantsThatBeginToTrackAtOnceTrackTheSame() throws Exception {
        GitHubRepository found = called("newcomer", "tool", 900);
        assertThat(atOnce.call(4, i -> repositoryStore.track(i / 2, 1, found)))
                .filteredOn(TrackingOutcome.Tracked.class::isInstance)
                .hasSize(2);
        assertThat(database.rows("select githubid from repos where rname = 'tool'"))
                .containsExactly("900");
        assertThat(database.rows("select username from ghorgusers where username = 'newcomer'"))
                .hasSize(1);
    }

    @Test
    void aTakenOverRepositoryIsKnownByItsNameUntilItsNumberIs() throws SQLException {
        TrackingOutcome tracking = repositoryStore.track(2, 1, called("ACME", "Forgotten", 115));
        assertThat(tracking)
                .isInstanceOfSatisfying(
                        TrackingOutcome.Tracked.class,
                        tracked -> assertThat(tracked.repository().id()).isEqualTo(15));
        assertThat(database.rows("select githubid from repos where rid = 15")).containsExactly("115");
        assertThat(database.rows("select count(*) from repos")).containsExactly("5");
    }

    @Test
    void anotherRepositoryThatTookAKnownNameIsANewOne() throws SQLException {
        TrackingOutcome tracking = repositoryStore.track(1, 1, called("acme", "apple", 999));
        assertThat(tracking).isInstanceOf(TrackingOutcome.Tracked.class);
        assertThat(database.rows("select githubid from repos where rname = 'apple' order by githubid"))
                .containsExactly("111", "999");
    }

    @Test
    void aRenamedRepositoryKeepsItsHistory() throws SQLException {
        database.run("insert into repotraffic (rid, tdate, viewcount) values (11, '2026-03-02', 42)");
        assertThat(repositoryStore.track(1, 1, called("acme", "avocado", 111)))
                .isInstanceOfSatisfying(TrackingOutcome.AlreadyTracked.class, known -> {
                    assertThat(known.repository().id()).isEqualTo(11);
                    assertThat(known.repository().fullName()).isEqualTo("acme/avocado");
                });
        assertThat(database.rows("select orgname, reponame, viewcount from v_repostats"))
                .containsExactly("acme avocado 42");
    }

    @Test
    void aRepositoryThatMovesToAnotherOwnerKeepsItsHistory() throws SQLException {
        database.run("insert into repotraffic (rid, tdate, viewcount) values (11, '2026-03-02', 42)");
        repositoryStore.refresh(11, called("startup", "apple", 111));
        assertThat(database.rows("select orgname, reponame, viewcount from v_repostats"))
                .containsExactly("startup apple 42");
        assertThat(database.rows("select orgname from v_repostats where rid = 12"))
                .isEmpty();
        assertThat(database.rows("select username from ghorgusers order by username"))
                .containsExactly("acme", "startup", "zoo");
    }

    @Test
    void theHistoryStaysWhileAnotherTenantTracksTheRepository() throws SQLException {
        history(13);
        assertThat(repositoryStore.stopTracking(1, 13, true)).isTrue();
        assertThat(leftOf(13)).containsExactly("1", "1", "1", "1");
        assertThat(repositoryStore.stopTracking(2, 13, true)).isTrue();
        assertThat(leftOf(13)).containsExactly("0", "0", "0", "0");
        assertThat(database.rows("select count(*) from tenantrepos where rid = 13"))
                .containsExactly("0");
        assertThat(database.rows("select afterwards from auditlog where deed = 'repository.remove' order by auditid"))
                .containsExactly("history kept, notes deleted", "history deleted");
    }

    @Test
    void theHistoryStaysUnlessItsDeletionIsAskedFor() throws SQLException {
        history(11);
        history(12);
        assertThat(repositoryStore.stopTracking(1, 11, false)).isTrue();
        assertThat(leftOf(11)).containsExactly("1", "1", "1", "1");
        assertThat(repositoryStore.stopTracking(1, 12, true)).isTrue();
        assertThat(leftOf(11)).containsExactly("1", "1", "1", "1");
        assertThat(leftOf(12)).containsExactly("0", "0", "0", "0");
    }

    @Test
    void trackingEndsEvenWhereTheRepositoryOrItsOwnerDoesNotExist() throws SQLException {
        database.run(
                "insert into repos (rid, rname, ghserverid, oid, schedule) values (90, 'x', 1, 4711, 0)",
                "insert into tenantrepos (tid, rid) values (1, 90), (1, 91)");
        assertThat(catalog.trackedBy(1)).extracting(TrackedRepository::id).doesNotContain(90, 91);
        assertThat(repositoryStore.stopTracking(1, 90, true)).isTrue();
        assertThat(repositoryStore.stopTracking(1, 91, true)).isTrue();
        assertThat(database.rows("select rid from repos where rid = 90")).isEmpty();
        assertThat(database.rows("select about from auditlog where deed = 'repository.remove' order by auditid"))
                .containsExactly("repository 90", "repository 91");
    }

    @Test
    void trackingAgainFindsTheHistory() throws SQLException {
        history(11);
        repositoryStore.stopTracking(1, 11, false);
        assertThat(repositoryStore.track(2, 1, called("acme", "apple", 111)))
                .isInstanceOfSatisfying(
                        TrackingOutcome.Tracked.class,
                        tracked -> assertThat(tracked.repository().id()).isEqualTo(11));
    }

    @Test
    void whatATenantDoesNotTrackItCannotStopTracking() throws SQLException {
        history(14);
        assertThat(repositoryStore.stopTracking(1, 14, true)).isFalse();
        assertThat(leftOf(14)).containsExactly("1", "1", "1", "1");
    }

    private void everythingFor(int user) throws SQLException {
        grant(user, 1, TENANT, null);
        grant(user, 2, TENANTSTATS, null);
    }

    private void grant(int user, int tenant, int role, @Nullable Integer repository) throws SQLException {
        database.run("insert into admintenantreporoles (aid, tid, role, rid) values (%d, %d, %d, %s)"
                .formatted(user, tenant, role, repository));
    }

    private Viewer viewer(String email) {
        return rights.viewer(email);
    }

    private List<String> seen(String email) {
        return names(catalog.visibleTo(viewer(email)));
    }

    private List<String> found(String search) {
        return found(search, null);
    }

    private List<String> found(String search, @Nullable Integer tenant) {
        return names(catalog.visibleTo(viewer("ann@example.com"), new RepositoryFilter(search, tenant)));
    }

    private static List<String> names(List<TrackedRepository> repositories) {
        return repositories.stream().map(TrackedRepository::fullName).toList();
    }

    private static GitHubRepository called(String owner, String name, long id) {
        RepositoryMetadata facts = new RepositoryMetadata(null, List.of(), null, false, false, false, 0, 0, 0, 0, true);
        return new GitHubRepository(id, owner, "Organization", name, Instant.parse("2020-02-03T04:05:06Z"), facts);
    }

    private void history(int repository) throws SQLException {
        database.run(
                "insert into repotraffic (rid, tdate, viewcount) values (%d, '2026-03-02', 42)".formatted(repository),
                "insert into windowtotals values (%d, '2026-03-02', 1, 1, 1, 1)".formatted(repository),
                "insert into repohealth (rid, lastattempt, state) values (%d, '2026-03-02 00:00:00', 'ok')"
                        .formatted(repository));
    }

    private List<String> leftOf(int repository) throws SQLException {
        List<String> counts = new ArrayList<>();
        for (String table : List.of("repos", "repotraffic", "windowtotals", "repohealth")) {
            counts.addAll(database.rows("select count(*) from " + table + " where rid = " + repository));
        }
        return counts;
    }
}
