package ghtraffic.collection;

import ghtraffic.catalogue.TrackedRepository;
import ghtraffic.github.Answer;
import ghtraffic.github.Credential;
import ghtraffic.github.GitHubClient;
import ghtraffic.github.GitHubRepository;
import ghtraffic.github.TrafficWindow;
import ghtraffic.traffic.WindowNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Fetches one repository from GitHub with one credential and stores what it says. */
@ApplicationScoped
class RepositoryVisit {

    @Inject
    private GitHubClient gitHub;

    @Inject
    private Harvest harvest;

    @Inject
    private Clock clock;

    /** A fresh answer when it is stored, else the refusal of the call that failed, and nothing is stored. */
    Answer<?> collect(TrackedRepository repository, Credential credential) {
        Long id = repository.gitHubId();
        Answer<GitHubRepository> found = id == null
                ? gitHub.repository(credential, repository.owner(), repository.name())
                : gitHub.repository(credential, id);
        GitHubRepository described = found.orNull();
        if (described == null) {
            return found;
        }
        Answer<TrafficWindow> views = gitHub.views(credential, described);
        Answer<TrafficWindow> clones = views.orNull() == null ? views : gitHub.clones(credential, described);
        TrafficWindow viewed = views.orNull();
        TrafficWindow cloned = clones.orNull();
        if (viewed == null || cloned == null) {
            return clones;
        }
        LocalDate createdOn = described.createdAt().atOffset(ZoneOffset.UTC).toLocalDate();
        WindowNumbers window = new WindowNumbers(viewed.count(), viewed.uniques(), cloned.count(), cloned.uniques());
        return new Answer.Fresh<>(harvest.store(
                repository.id(), described, CoveredDays.of(viewed, cloned, createdOn, clock.instant()), window));
    }
}
