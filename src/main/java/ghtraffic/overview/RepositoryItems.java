package ghtraffic.overview;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.health.HealthStore;
import ghtraffic.collection.health.RepositoryHealth;
import ghtraffic.identity.Viewer;
import ghtraffic.ranges.Today;
import ghtraffic.traffic.popularity.PopularityNumbers;
import ghtraffic.traffic.popularity.PopularityStore;
import ghtraffic.traffic.series.RangeTotals;
import ghtraffic.traffic.series.Totals;
import ghtraffic.traffic.window.WindowNumbers;
import ghtraffic.traffic.window.WindowStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the data that the API shows to repositories, with one query for each kind of data and not for each repository.
 */
@ApplicationScoped
class RepositoryItems {

    @Inject
    private Catalog catalog;

    @Inject
    private Today currentDay;

    @Inject
    private RangeTotals sums;

    @Inject
    private WindowStore windows;

    @Inject
    private PopularityStore popularity;

    @Inject
    private HealthStore health;

    /** Returns the items of these repositories, in their order and without details. */
    List<RepositoryItem> of(Viewer viewer, List<TrackedRepository> repositories) {
        List<Integer> ids = repositories.stream().map(TrackedRepository::id).toList();
        Map<Integer, Totals> recent = sums.recent(ids);
        Map<Integer, WindowNumbers> uniques = windows.newest(ids, currentDay.date());
        Map<Integer, RepositoryHealth> states = health.of(ids);
        Map<Integer, List<Integer>> subscribers = catalog.trackingTenants(ids);
        Map<Integer, PopularityNumbers> popular = popularity.newest(ids);
        return repositories.stream()
                .map(one -> item(
                        viewer,
                        one,
                        last14Days(recent.get(one.id()), uniques.getOrDefault(one.id(), WindowNumbers.NONE)),
                        states.get(one.id()),
                        popular.get(one.id()),
                        subscribers.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static RepositoryItem.@Nullable Last14Days last14Days(@Nullable Totals recent, WindowNumbers uniques) {
        return recent == null
                ? null
                : new RepositoryItem.Last14Days(recent.views(), uniques.visitors(), recent.clones(), uniques.cloners());
    }

    private static RepositoryItem item(
            Viewer viewer,
            TrackedRepository one,
            RepositoryItem.@Nullable Last14Days recent,
            @Nullable RepositoryHealth health,
            @Nullable PopularityNumbers popular,
            List<Integer> subscribers) {
        return new RepositoryItem(
                one.id(),
                one.gitHubId(),
                one.owner(),
                one.name(),
                one.host().name(),
                one.url(),
                viewer.tenants().stream()
                        .filter(access -> subscribers.contains(access.tenant()))
                        .map(access -> new RepositoryItem.TenantName(access.tenant(), access.name()))
                        .toList(),
                RepositoryItem.State.of(health),
                recent,
                popular == null ? null : popular.stars(),
                popular == null ? null : popular.forks(),
                null);
    }

    /** Returns the item of one repository with its details. */
    RepositoryItem detailed(Viewer viewer, TrackedRepository repository) {
        int id = repository.id();
        return of(viewer, List.of(repository))
                .get(0)
                .with(new RepositoryItem.Details(
                        catalog.descriptions(List.of(id)).get(id),
                        catalog.formerNames(id),
                        repository.schedule().toString(),
                        parts(id)));
    }

    /** Returns the status of each part of a repository that GitHub was asked for. */
    private List<RepositoryItem.PartItem> parts(int repository) {
        return health.parts(repository).entrySet().stream()
                .map(entry -> new RepositoryItem.PartItem(
                        entry.getKey().code(),
                        entry.getValue().state(),
                        entry.getValue().lastSuccess(),
                        entry.getValue().english()))
                .toList();
    }
}
