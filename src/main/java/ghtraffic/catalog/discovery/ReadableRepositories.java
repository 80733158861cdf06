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

/** What the tenants' credentials can read on github.com. */
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

    /** Asks GitHub; a long list takes many calls. */
    Answer<List<GitHubRepository>> now(int tenant, BiFunction<GitHubHost, Credential, GitHubRequest> access) {
        Answer<Credential> credential = credentials.of(tenant, GitHubHost.GITHUB_COM);
        return credential instanceof Answer.Fresh<Credential> usable
                ? gitHub.accessible(access.apply(GitHubHost.GITHUB_COM, usable.value()))
                : credential.refusal();
    }

    /** What this server was told within the last two minutes, else what GitHub says now. */
    Answer<List<GitHubRepository>> lately(int tenant) {
        forgetTheOld();
        Listing known = listings.get(tenant);
        if (known != null) {
            return known.found();
        }
        Answer<List<GitHubRepository>> found = now(tenant, GitHubRequest::direct);
        if (found instanceof Answer.Fresh<List<GitHubRepository>> fresh) {
            listings.put(tenant, new Listing(clock.instant(), fresh));
        }
        return found;
    }

    /** Only after the transaction: until then another request would keep what the credential before can read. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CredentialReplaced replaced) {
        listings.remove(replaced.tenant());
    }

    void forgetTheOld() {
        Instant now = clock.instant();
        listings.values()
                .removeIf(one -> one.at().plus(LATELY).isBefore(now) || one.at().isAfter(now));
    }
}
