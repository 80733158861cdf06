package ghtraffic.catalog.discovery;

import ghtraffic.github.Answer;
import ghtraffic.github.Credential;
import ghtraffic.github.GitHubClient;
import ghtraffic.github.GitHubRequest;
import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.tenants.credentials.CredentialReplaced;
import ghtraffic.tenants.credentials.GitHubCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Lists the repositories on github.com that the credentials of tenants can read. */
@ApplicationScoped
class ReadableRepositories {

    private static final Duration LATELY = Duration.ofMinutes(2);

    private record Listing(Instant at, Answer.Fresh<List<GitHubRepository>> found) {}

    @Inject
    private GitHubCredentials credentials;

    @Inject
    private GitHubClient gitHub;

    @Inject
    private Clock clock;

    private final Map<Integer, Listing> listings = new ConcurrentHashMap<>();

    /** Asks GitHub for the list. A long list takes many calls. */
    Answer<List<GitHubRepository>> now(int tenant, BiFunction<GitHubHost, Credential, GitHubRequest> access) {
        Answer<Credential> credential = credentials.of(tenant, GitHubHost.GITHUB_COM);
        return credential instanceof Answer.Fresh<Credential> usable
                ? gitHub.accessible(access.apply(GitHubHost.GITHUB_COM, usable.value()))
                : credential.refusal();
    }

    /** Returns the list that this server got within the last two minutes, or asks GitHub. */
    Answer<List<GitHubRepository>> lately(int tenant) {
        forgetTheOld();
        Listing known = listings.get(tenant);
        if (known != null) {
            return known.found();
        }
        Answer<List<GitHubRepository>> found = now(tenant, GitHubRequest::interactive);
        if (found instanceof Answer.Fresh<List<GitHubRepository>> fresh) {
            listings.put(tenant, new Listing(clock.instant(), fresh));
        }
        return found;
    }

    /** Drops the stored list after the transaction; before, another request would store what the old credential can read. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CredentialReplaced replaced) {
        listings.remove(replaced.tenant());
    }

    void forgetTheOld() {
        Instant now = clock.instant();
        listings.values()
                .removeIf(one -> one.at().plus(LATELY).isBefore(now) || one.at().isAfter(now));
    }
}
