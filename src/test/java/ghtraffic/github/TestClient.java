package ghtraffic.github;

import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.model.RepositoryMetadata;
import ghtraffic.github.model.TrafficKind;
import ghtraffic.github.model.TrafficPeriod;
import ghtraffic.github.model.TrafficWindow;
import ghtraffic.github.servers.AllowedServers;
import ghtraffic.github.servers.GitHubHost;
import java.lang.reflect.Field;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The client as the container would make it, with a clock that stands still and a second for each call. */
public record TestClient(
        GitHubClient client, GitHubCalls calls, RateLimits limits, ApiVersion version, MovableClock clock) {

    static final Instant NOW = Instant.parse("2026-01-31T10:20:00Z");

    private static final RepositoryMetadata FACTS =
            new RepositoryMetadata(null, List.of(), null, false, false, false, 0, 0, 0, 0, null);

    static GitHubRepository repository(long id, String owner, String name) {
        return new GitHubRepository(id, owner, "Organization", name, Instant.EPOCH, FACTS);
    }

    static TestClient at(URI base) {
        return at(base, 1);
    }

    static TestClient at(URI base, int timeoutSeconds) {
        return at(base, timeoutSeconds, URI.create("http://127.0.0.1:" + base.getPort()));
    }

    /** Where another server than that of github.com is allowed, too. */
    static TestClient at(URI base, int timeoutSeconds, URI allowed) {
        MovableClock clock = new MovableClock();
        GitHubHttp http = new GitHubHttp();
        set(http, "base", base);
        set(http, "timeoutSeconds", timeoutSeconds);
        RateLimits limits = new RateLimits();
        set(limits, "clock", clock);
        set(limits, "requestsPerMinute", 100_000);
        AllowedServers servers = new AllowedServers();
        set(servers, "allowed", Optional.of(allowed.toString()));
        ApiVersion version = new ApiVersion();
        GitHubCalls calls = new GitHubCalls();
        set(calls, "servers", servers);
        set(calls, "http", http);
        set(calls, "limits", limits);
        set(calls, "version", version);
        set(calls, "clock", clock);
        GitHubClient client = new GitHubClient();
        set(client, "calls", calls);
        GitHubLists lists = new GitHubLists();
        set(lists, "calls", calls);
        set(client, "lists", lists);
        return new TestClient(client, calls, limits, version, clock);
    }

    InstallationTokens installationTokens() {
        InstallationTokens tokens = new InstallationTokens();
        set(tokens, "calls", calls);
        set(tokens, "clock", clock);
        return tokens;
    }

    void setNow(Instant now) {
        clock.now = now;
    }

    /** Stands until it is set. */
    static final class MovableClock extends Clock {

        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    static GitHubRequest access(Credential credential) {
        return GitHubRequest.interactive(GitHubHost.GITHUB_COM, credential);
    }

    Answer<GitHubRepository> repository(Credential credential, String owner, String name) {
        return client.repository(access(credential), owner, name);
    }

    Answer<GitHubRepository> repository(Credential credential, long id) {
        return client.repository(access(credential), id);
    }

    Answer<TrafficWindow> views(Credential credential, GitHubRepository of) {
        return client.traffic(access(credential), of.owner(), of.name(), TrafficKind.VIEWS, TrafficPeriod.DAY);
    }

    Answer<TrafficWindow> clones(Credential credential, GitHubRepository of) {
        return client.traffic(access(credential), of.owner(), of.name(), TrafficKind.CLONES, TrafficPeriod.DAY);
    }

    public static void set(Object object, String name, Object value) {
        try {
            Field field = object.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(object, value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The injected field " + name + " is gone", e);
        }
    }
}
