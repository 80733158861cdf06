package ghtraffic.collection.fetch;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.health.Part;
import ghtraffic.collection.health.PartAnswers;
import ghtraffic.collection.health.PartStatus;
import ghtraffic.github.Answer;
import ghtraffic.github.Credential;
import ghtraffic.github.GitHubClient;
import ghtraffic.github.GitHubRequest;
import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.model.TrafficKind;
import ghtraffic.github.model.TrafficPeriod;
import ghtraffic.messages.Message;
import ghtraffic.tenants.credentials.GitHubCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Asks GitHub for the parts of a repository that are due. It uses the credential of one tenant after the other until
 * no part is missing.
 */
@ApplicationScoped
class RepositoryFetcher {

    @Inject
    private GitHubClient gitHub;

    @Inject
    private GitHubCredentials credentials;

    @Inject
    private Clock clock;

    /**
     * Returns GitHub's current answers. Nothing is stored.
     *
     * @param tenants the tenants that track the repository, in the order in which their credentials are used
     * @param states the stored status of each part
     * @param everything whether to ask even for parts that GitHub updates once a day and that were collected recently
     */
    PartAnswers fetch(
            TrackedRepository repository, List<Integer> tenants, Map<Part, PartStatus> states, boolean everything) {
        PartAnswers findings = new PartAnswers(clock.instant());
        for (int tenant : tenants) {
            Answer<Credential> credential = credentials.of(tenant, repository.host());
            if (credential instanceof Answer.Fresh<Credential> usable) {
                GitHubRequest access = GitHubRequest.background(repository.host(), usable.value());
                if (ask(new FetchTask(repository, access, tenant, states, everything), findings)) {
                    break;
                }
            } else if (findings.isMissing(Part.REPOSITORY)) {
                findings.add(Part.REPOSITORY, credential, tenant);
            }
        }
        if (findings.parts().isEmpty()) {
            findings.add(Part.REPOSITORY, new Answer.BadToken<>(Message.of("said.reason.noTenant")), 0);
        }
        return findings;
    }

    private record FetchTask(
            TrackedRepository repository,
            GitHubRequest access,
            int tenant,
            Map<Part, PartStatus> states,
            boolean everything) {

        boolean isDue(Part part, PartAnswers findings) {
            PartStatus state = states.get(part);
            return findings.isMissing(part) && (everything || state == null || state.isDue(part, findings.at()));
        }

        GitHubRequest accessTo(Part part) {
            PartStatus state = states.get(part);
            return access.withEtag(state == null ? null : state.etagFor(tenant));
        }
    }

    /**
     * Asks for the parts with one credential, the repository itself first: only its answer shows whether the name still
     * belongs to this repository. Otherwise the numbers could be those of another one.
     *
     * @return whether no other credential could get more
     */
    private boolean ask(FetchTask errand, PartAnswers findings) {
        TrackedRepository repository = errand.repository();
        if (findings.isMissing(Part.REPOSITORY)) {
            findings.add(Part.REPOSITORY, describe(errand), errand.tenant());
        }
        Answer<GitHubRepository> described = findings.answer(Part.REPOSITORY);
        if (described instanceof Answer.Refusal<?>) {
            return !findings.isMissing(Part.REPOSITORY);
        }
        GitHubRepository found = described == null ? null : described.orNull();
        String owner = found == null ? repository.owner() : found.owner();
        String name = found == null ? repository.name() : found.name();
        boolean complete = true;
        for (Part part : Part.values()) {
            if (errand.isDue(part, findings)) {
                Answer<?> answer = ask(part, errand.accessTo(part), owner, name);
                findings.add(part, answer, errand.tenant());
                if (answer instanceof Answer.BadToken<?> || answer instanceof Answer.RateLimited<?>) {
                    return false;
                }
                complete &= !findings.isMissing(part);
            }
        }
        return complete;
    }

    private Answer<GitHubRepository> describe(FetchTask errand) {
        TrackedRepository repository = errand.repository();
        Long id = repository.gitHubId();
        GitHubRequest access = errand.accessTo(Part.REPOSITORY);
        return id == null
                ? gitHub.repository(access, repository.owner(), repository.name())
                : gitHub.repository(access, id);
    }

    private Answer<?> ask(Part part, GitHubRequest access, String owner, String name) {
        return switch (part) {
            case REPOSITORY -> gitHub.repository(access, owner, name);
            case VIEWS -> gitHub.traffic(access, owner, name, TrafficKind.VIEWS, TrafficPeriod.DAY);
            case CLONES -> gitHub.traffic(access, owner, name, TrafficKind.CLONES, TrafficPeriod.DAY);
            case WEEKLY_VIEWS -> gitHub.traffic(access, owner, name, TrafficKind.VIEWS, TrafficPeriod.WEEK);
            case WEEKLY_CLONES -> gitHub.traffic(access, owner, name, TrafficKind.CLONES, TrafficPeriod.WEEK);
            case REFERRERS -> gitHub.referrers(access, owner, name);
            case PATHS -> gitHub.paths(access, owner, name);
            case RELEASES -> gitHub.releases(access, owner, name);
        };
    }
}
