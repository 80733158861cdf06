package ghtraffic.github;

import ghtraffic.github.GitHubHttp.Reply;
import ghtraffic.github.servers.AllowedServers;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes single calls, within the rate limits, and turns every result into an {@link Answer}. */
@ApplicationScoped
class GitHubCalls {

    /** GitHub answers so when making the answer took too long. */
    private static final Set<Integer> TOO_LARGE = Set.of(502, 504);

    @Inject
    private AllowedServers servers;

    @Inject
    private GitHubHttp http;

    @Inject
    private RateLimits limits;

    @Inject
    private ApiVersion version;

    @Inject
    private Clock clock;

    private final AtomicLong requests = new AtomicLong();

    /** Returns the number of requests since the server started. */
    long requests() {
        return requests.get();
    }

    /** Makes a request, and returns the reply as it is. */
    CallResult get(GitHubRequest access, String path) {
        return ask("GET", access, () -> http.address(access.host(), path));
    }

    /** Makes a request to an address that GitHub gave. */
    CallResult get(GitHubRequest access, URI address) {
        return ask("GET", access, () -> address);
    }

    <T> Answer<T> get(GitHubRequest access, String path, Function<String, T> read) {
        return get(access, path).read(reply -> new Answer.Fresh<>(read.apply(reply.body()), etag(reply)));
    }

    <T> Answer<T> post(GitHubRequest access, String path, Function<String, T> read) {
        return ask("POST", access, () -> http.address(access.host(), path))
                .read(reply -> new Answer.Fresh<>(read.apply(reply.body())));
    }

    static @Nullable String etag(Reply reply) {
        return reply.headers().firstValue("etag").orElse(null);
    }

    /**
     * Makes one request, if the server is allowed and no rate limit blocks it. The target is a supplier because the
     * name of a server that is not allowed may not form an address.
     */
    private CallResult ask(String method, GitHubRequest access, Supplier<URI> target) {
        Optional<AllowedServers.Refused> refused = servers.refusal(access.host());
        if (refused.isPresent()) {
            Message reason = refused.get().reason();
            return CallResult.failed(
                    refused.get().passing() ? new Answer.Unavailable<>(reason) : new Answer.NotPermitted<>(reason));
        }
        if (!access.credential().isSendable()) {
            return CallResult.failed(new Answer.BadToken<>(Message.of("said.reason.gitHub.unsendable")));
        }
        Optional<Instant> blocked = limits.blockedUntil(access);
        if (blocked.isPresent()) {
            return CallResult.failed(RefusalReader.limited(blocked.get()));
        }
        try {
            limits.awaitTurn(access.credential());
            requests.incrementAndGet();
            URI address = target.get();
            return toResult(access, address, http.send(method, access, address));
        } catch (TimeoutException e) {
            return CallResult.failed(
                    new Answer.Unavailable<>(Message.of("said.reason.gitHub.noAnswer", http.timeoutSeconds())));
        } catch (IOException e) {
            return failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CallResult.failed(new Answer.Unavailable<>(Message.of("said.reason.gitHub.stopping")));
        }
    }

    private CallResult toResult(GitHubRequest access, URI address, Reply reply) {
        Credential credential = access.credential();
        limits.record(credential, reply);
        version.read(reply);
        if (reply.status() == 200 || reply.status() == 201) {
            limits.succeeded(credential);
            return CallResult.of(address, reply);
        }
        if (reply.status() == 304 && access.etag() != null) {
            limits.succeeded(credential);
            return CallResult.failed(new Answer.Unchanged<>());
        }
        Answer<?> refusal = RefusalReader.of(access, reply, clock, () -> limits.defaultWait(credential));
        if (refusal instanceof Answer.RateLimited<?> limited) {
            limits.pause(credential, limited.until());
        }
        return TOO_LARGE.contains(reply.status()) ? CallResult.tooLarge(refusal) : CallResult.failed(refusal);
    }

    /** An answer that came and is not used is told as such. */
    static CallResult failed(IOException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof GitHubHttp.RefusedAnswerException refused) {
            Answer<?> answer = new Answer.Unavailable<>(Message.of("said.reason.gitHub.notUsable", refused.reason()));
            return refused.isTooLarge() ? CallResult.tooLarge(answer) : CallResult.failed(answer);
        }
        String told = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return CallResult.failed(
                new Answer.Unavailable<>(Message.of("said.reason.gitHub.unreachable", Message.plain(told))));
    }
}
