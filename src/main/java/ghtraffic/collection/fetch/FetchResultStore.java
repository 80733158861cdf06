package ghtraffic.collection.fetch;

import ghtraffic.catalog.RepositoryStore;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.health.HealthStore;
import ghtraffic.collection.health.Part;
import ghtraffic.collection.health.PartAnswers;
import ghtraffic.github.Answer;
import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.model.PathCount;
import ghtraffic.github.model.ReferrerCount;
import ghtraffic.github.model.Release;
import ghtraffic.github.model.RepositoryMetadata;
import ghtraffic.github.model.TrafficPeriod;
import ghtraffic.github.model.TrafficWindow;
import ghtraffic.messages.Message;
import ghtraffic.traffic.daily.PeriodNumbers;
import ghtraffic.traffic.daily.TrafficStore;
import ghtraffic.traffic.popularity.PopularityNumbers;
import ghtraffic.traffic.popularity.PopularityStore;
import ghtraffic.traffic.releases.ReleaseNumbers;
import ghtraffic.traffic.releases.ReleaseStore;
import ghtraffic.traffic.sources.PathItem;
import ghtraffic.traffic.sources.ReferrerItem;
import ghtraffic.traffic.sources.SourceStore;
import ghtraffic.traffic.window.WindowNumbers;
import ghtraffic.traffic.window.WindowStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores GitHub's answers about one repository together with their ETags, in one transaction. */
@ApplicationScoped
class FetchResultStore {

    @Inject
    private RepositoryStore repositories;

    @Inject
    private TrafficStore traffic;

    @Inject
    private WindowStore windows;

    @Inject
    private SourceStore snapshots;

    @Inject
    private PopularityStore popularity;

    @Inject
    private ReleaseStore releases;

    @Inject
    private HealthStore health;

    /** Stores the answers. Returns false and stores nothing if the repository was removed in the meantime. */
    @Transactional
    boolean store(TrackedRepository repository, PartAnswers findings) {
        int id = repository.id();
        if (!repositories.lockRepository(id)) {
            return false;
        }
        LocalDate day = LocalDate.ofInstant(findings.at(), ZoneOffset.UTC);
        LocalDate createdOn = storeMetadata(repository, findings, day);
        traffic.merge(id, periods(TrafficPeriod.DAY, Part.VIEWS, Part.CLONES, findings, createdOn));
        traffic.mergeWeeks(id, periods(TrafficPeriod.WEEK, Part.WEEKLY_VIEWS, Part.WEEKLY_CLONES, findings, createdOn));
        keepWindow(id, day, findings);
        keepReferrers(id, day, findings.answer(Part.REFERRERS));
        keepPaths(id, day, findings.answer(Part.PATHS));
        keepReleases(id, day, findings.answer(Part.RELEASES));
        health.recordAttempt(repository, findings);
        return true;
    }

    /** Records the reason why the answers could not be stored. */
    @Transactional
    void recordFailure(TrackedRepository repository, PartAnswers findings, Message reason) {
        if (repositories.lockRepository(repository.id())) {
            health.recordStoreFailure(repository, findings, reason);
        }
    }

    /** Stores the metadata of the repository and returns the UTC day on which it was created. */
    private LocalDate storeMetadata(TrackedRepository repository, PartAnswers findings, LocalDate day) {
        Answer<GitHubRepository> answer = findings.answer(Part.REPOSITORY);
        if (answer instanceof Answer.Fresh<GitHubRepository> fresh) {
            GitHubRepository found = fresh.value();
            RepositoryMetadata facts = found.facts();
            repositories.refresh(repository.id(), found);
            popularity.store(
                    repository.id(),
                    new PopularityNumbers(day, facts.stars(), facts.forks(), facts.watchers(), facts.openIssues()));
            return found.createdAt().atOffset(ZoneOffset.UTC).toLocalDate();
        }
        if (answer instanceof Answer.Unchanged<GitHubRepository>) {
            popularity.storeUnchanged(repository.id(), day);
        }
        LocalDate known = repository.createdOn();
        return known == null ? day : known;
    }

    private static List<PeriodNumbers> periods(
            TrafficPeriod period, Part views, Part clones, PartAnswers findings, LocalDate createdOn) {
        return CoverageRules.of(
                period, window(findings.answer(views)), window(findings.answer(clones)), createdOn, findings.at());
    }

    private static @Nullable TrafficWindow window(@Nullable Answer<TrafficWindow> answer) {
        return answer instanceof Answer.Unchanged<TrafficWindow>
                ? CoverageRules.UNCHANGED
                : answer == null ? null : answer.orNull();
    }

    private void keepWindow(int id, LocalDate day, PartAnswers findings) {
        Answer<TrafficWindow> views = findings.answer(Part.VIEWS);
        Answer<TrafficWindow> clones = findings.answer(Part.CLONES);
        WindowNumbers last = views instanceof Answer.Unchanged || clones instanceof Answer.Unchanged
                ? windows.last(id)
                : WindowNumbers.NONE;
        TrafficWindow viewed = views == null ? null : views.orNull();
        TrafficWindow cloned = clones == null ? null : clones.orNull();
        boolean sameViews = views instanceof Answer.Unchanged;
        boolean sameClones = clones instanceof Answer.Unchanged;
        WindowNumbers now = new WindowNumbers(
                viewed == null ? sameViews ? last.views() : null : (Integer) viewed.count(),
                viewed == null ? sameViews ? last.visitors() : null : (Integer) viewed.uniques(),
                cloned == null ? sameClones ? last.clones() : null : (Integer) cloned.count(),
                cloned == null ? sameClones ? last.cloners() : null : (Integer) cloned.uniques());
        if (!now.equals(WindowNumbers.NONE)) {
            windows.store(id, day, now);
        }
    }

    private void keepReferrers(int id, LocalDate day, @Nullable Answer<List<ReferrerCount>> answer) {
        if (answer instanceof Answer.Unchanged) {
            snapshots.storeUnchangedReferrers(id, day);
        } else if (answer instanceof Answer.Fresh<List<ReferrerCount>> fresh) {
            List<ReferrerItem> items = fresh.value().stream()
                    .map(one -> new ReferrerItem(one.referrer(), one.count(), one.uniques()))
                    .toList();
            snapshots.storeReferrers(id, day, items);
        }
    }

    private void keepPaths(int id, LocalDate day, @Nullable Answer<List<PathCount>> answer) {
        if (answer instanceof Answer.Unchanged) {
            snapshots.storeUnchangedPaths(id, day);
        } else if (answer instanceof Answer.Fresh<List<PathCount>> fresh) {
            List<PathItem> items = fresh.value().stream()
                    .map(one -> new PathItem(one.path(), one.title(), one.count(), one.uniques()))
                    .toList();
            snapshots.storePaths(id, day, items);
        }
    }

    private void keepReleases(int id, LocalDate day, @Nullable Answer<List<Release>> answer) {
        if (answer instanceof Answer.Fresh<List<Release>> fresh) {
            releases.store(
                    id,
                    day,
                    fresh.value().stream().map(FetchResultStore::numbers).toList());
        }
    }

    private static ReleaseNumbers numbers(Release release) {
        List<ReleaseNumbers.AssetNumbers> assets = release.assets().stream()
                .map(asset -> new ReleaseNumbers.AssetNumbers(asset.id(), asset.name(), asset.downloads()))
                .toList();
        return new ReleaseNumbers(release.id(), release.tag(), release.name(), release.publishedAt(), assets);
    }
}
