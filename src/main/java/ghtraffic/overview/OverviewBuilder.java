package ghtraffic.overview;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.health.HealthStore;
import ghtraffic.collection.health.RepositoryHealth;
import ghtraffic.identity.Viewer;
import ghtraffic.lists.Page;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.traffic.popularity.PopularityNumbers;
import ghtraffic.traffic.popularity.PopularityStore;
import ghtraffic.traffic.series.ComparedTotals;
import ghtraffic.traffic.series.RangeTotals;
import ghtraffic.traffic.window.WindowNumbers;
import ghtraffic.traffic.window.WindowStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates overviews. The number of database queries does not depend on the number of repositories. */
@ApplicationScoped
class OverviewBuilder {

    private static final int SHORTEST_TREND = 14;
    private static final int LONGEST_TREND = 91;

    @Inject
    private Catalog catalog;

    @Inject
    private RangeTotals sums;

    @Inject
    private WindowStore windows;

    @Inject
    private PopularityStore popularity;

    @Inject
    private HealthStore health;

    @Inject
    private CollectionProblems troubles;

    /**
     * Creates the overview for a viewer.
     *
     * @param visible the ids of all repositories that the viewer may see, ordered by name
     * @param listed the filter of the list; it does not affect the totals
     * @param page the number of the page, from 0
     */
    @Transactional
    Overview of(
            Viewer viewer,
            List<Integer> visible,
            ResolvedRange chosen,
            RepositoryFilter listed,
            RepositoryOrder order,
            int page) {
        Map<Integer, ComparedTotals> totals = sums.ofEach(visible, chosen);
        Map<Integer, RepositoryHealth> troubled = troubles.of(visible);
        List<Integer> wanted = listed.equals(RepositoryFilter.ALL) ? visible : catalog.idsVisibleTo(viewer, listed);
        List<Integer> ordered = order.of(wanted, numbers(order.key(), wanted, chosen, totals, troubled));
        Page<Integer> ids = Page.of(ordered, page, Page.USUAL_SIZE);
        List<TrackedRepository> shown = catalog.withIds(ids.items());
        return new Overview(
                ComparedTotals.together(totals.values()),
                visible.size(),
                (int) totals.values().stream()
                        .filter(one -> one.viewsChange().isKnown())
                        .count(),
                totals.size(),
                troubles.explained(visible, troubled),
                new Page<>(shown, ids.page(), ids.size(), ids.total()),
                rows(shown, chosen, totals));
    }

    private Map<Integer, Double> numbers(
            RepositoryOrder.Key key,
            List<Integer> ids,
            ResolvedRange chosen,
            Map<Integer, ComparedTotals> totals,
            Map<Integer, RepositoryHealth> troubled) {
        return switch (key) {
            case NAME -> Map.of();
            case VIEWS -> RepositoryOrder.numbers(totals, ComparedTotals::views);
            case TREND -> RepositoryOrder.numbers(totals, OverviewBuilder::growth);
            case CLONES -> RepositoryOrder.numbers(totals, ComparedTotals::clones);
            case VISITORS -> RepositoryOrder.numbers(windows.newest(ids, chosen.today()), WindowNumbers::visitors);
            case STARS -> RepositoryOrder.numbers(popularity.newest(ids), PopularityNumbers::stars);
            case HEALTH -> RepositoryOrder.numbers(troubled, CollectionProblems::weight);
        };
    }

    private static @Nullable Number growth(ComparedTotals totals) {
        return totals.viewsChange().isKnown() ? totals.viewsChange().factor() : null;
    }

    private List<OverviewRow> rows(
            List<TrackedRepository> shown, ResolvedRange chosen, Map<Integer, ComparedTotals> totals) {
        Collection<Integer> ids = shown.stream().map(TrackedRepository::id).toList();
        Map<Integer, WindowNumbers> newest = windows.newest(ids, chosen.today());
        Map<Integer, PopularityNumbers> popular = popularity.newest(ids);
        Map<Integer, RepositoryHealth> states = health.of(ids);
        Map<Integer, @Nullable Integer[]> views = sums.dailyViews(ids, trend(chosen));
        return shown.stream()
                .map(one -> row(one, totals, newest, popular, views, states))
                .toList();
    }

    private static OverviewRow row(
            TrackedRepository one,
            Map<Integer, ComparedTotals> totals,
            Map<Integer, WindowNumbers> newest,
            Map<Integer, PopularityNumbers> popular,
            Map<Integer, @Nullable Integer[]> views,
            Map<Integer, RepositoryHealth> states) {
        WindowNumbers window = newest.get(one.id());
        PopularityNumbers numbers = popular.get(one.id());
        return new OverviewRow(
                one,
                totals.get(one.id()),
                window == null ? null : window.visitors(),
                numbers == null ? null : numbers.stars(),
                views.get(one.id()),
                states.get(one.id()));
    }

    /**
     * Returns the range of the sparklines: the last days of the chosen range that are over, at least 14 and at most
     * 91.
     */
    static DateRange trend(ResolvedRange chosen) {
        DateRange counted = chosen.counted();
        int days = Math.min(LONGEST_TREND, Math.max(SHORTEST_TREND, counted.days()));
        LocalDate to = chosen.isUnfinished() ? chosen.today().minusDays(1) : counted.to();
        return new DateRange(to.minusDays(days - 1L), to);
    }
}
