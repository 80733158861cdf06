package ghtraffic.catalog.discovery;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.catalog.TrackingEnded;
import ghtraffic.github.servers.GitHubHost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Prevents discovery from tracking a repository again after the tenant stopped tracking it. */
@ApplicationScoped
class StoppedRepositories {

    @Inject
    private Catalog catalog;

    @Inject
    private DiscoveryStore rules;

    void exclude(@Observes TrackingEnded ended) {
        if (!rules.hasRules(ended.tenant())) {
            return;
        }
        List<Integer> id = List.of(ended.repository());
        for (TrackedRepository repository : catalog.withIds(id)) {
            if (repository.host().equals(GitHubHost.GITHUB_COM)) {
                rules.exclude(
                        ended.tenant(),
                        DiscoveryCandidate.of(
                                repository, catalog.descriptions(id).get(ended.repository())));
            }
        }
    }
}
