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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes single calls and reads lists page by page, within the rate limits, and turns every result into an
 * {@link Answer}.
 */
@ApplicationScoped
class GitHubCalls {

    private static final int MOST_PAGES = 200;

    @Inject
    private AllowedServers servers;

    @Inject
    private GitHubHttp http;

    @Inject
    private RateLimits limits;

    @Inject
    private Clock clock;

    private final AtomicLong requests = new AtomicLong();

    /** Returns the number of requests since the server started. */
    long requests() {
        return requests.get();
    }

    <T> Answer<T> get(GitHubRequest access, String path, Function<String, T> read) {
        return ask("GET", access, () -> http.address(access.host(), path))
                .read(reply -> new Answer.Fresh<>(read.apply(reply.body()), etag(reply)));
    }

    <T> Answer<T> post(GitHubRequest access, String path, Function<String, T> read) {
        return ask("POST", access, () -> http.address(access.host(), path))
                .read(reply -> new Answer.Fresh<>(read.apply(reply.body())));
    }

    /**
     * Gets all pages of a list. Only a list of one page has an ETag, because the ETag of the first page does not cover
     * the others.
     */
    <T> Answer<List<T>> list(GitHubRequest access, String path, Function<String, List<T>> read) {
        Optional<Supplier<URI>> next = Optional.of(() -> http.address(access.host(), path));
        List<T> all = new ArrayList<>();
        String etag = null;
        for (int page = 0; next.isPresent(); page++) {
            if (page == MOST_PAGES) {
                return new Answer.Unavailable<>(Message.of("said.reason.gitHub.noEnd"));
            }
            CallResult call = ask("GET", page == 0 ? access : access.withEtag(null), next.get());
            Answer<List<T>> part = call.read(reply -> new Answer.Fresh<>(read.apply(reply.body()), etag(reply)));
            if (!(part instanceof Answer.Fresh<List<T>> fresh)) {
                return part;
            }
            all.addAll(fresh.value());
            try {
                next = call.next().map(address -> () -> address);
            } catch (IOException e) {
                return new Answer.Unavailable<>(Message.of("said.reason.gitHub.unreachable", reason(e)));
            }
            etag = page == 0 && next.isEmpty() ? fresh.etag() : null;
        }
        return new Answer.Fresh<>(List.copyOf(all), etag);
    }

    private static @Nullable String etag(Reply reply) {
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
            return CallResult.failed(new Answer.Unavailable<>(Message.of("said.reason.gitHub.unreachable", reason(e))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CallResult.failed(new Answer.Unavailable<>(Message.of("said.reason.gitHub.stopping")));
        }
    }

    private CallResult toResult(GitHubRequest access, URI address, Reply reply) {
        Credential credential = access.credential();
        limits.record(credential, reply.headers());
        if (reply.status() == 200 || reply.status() == 201) {
            limits.succeeded(credential);
            return new CallResult(address, reply, null);
        }
        if (reply.status() == 304 && access.etag() != null) {
            limits.succeeded(credential);
            return CallResult.failed(new Answer.Unchanged<>());
        }
        Answer<?> refusal = RefusalReader.of(reply, clock, () -> limits.defaultWait(credential));
        if (refusal instanceof Answer.RateLimited<?> limited) {
            limits.pause(credential, limited.until());
        }
        return CallResult.failed(refusal);
    }

    private static Message reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof GitHubHttp.RefusedAnswerException refused) {
            return refused.reason();
        }
        return Message.plain(root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
    }
}
