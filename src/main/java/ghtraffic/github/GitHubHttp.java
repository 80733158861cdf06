package ghtraffic.github;

import ghtraffic.github.servers.GitHubHost;
import ghtraffic.limits.BoundedBody;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends one request to GitHub, with a deadline for the whole exchange, and follows redirects within the same server.
 */
@ApplicationScoped
class GitHubHttp {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);
    private static final int MOST_REDIRECTS = 5;
    static final int MOST_BYTES = 8 * 1024 * 1024;

    /** A response of any status. */
    record Reply(int status, HttpHeaders headers, String body) {}

    @Inject
    @ConfigProperty(name = "GITHUB_API_URL", defaultValue = "https://api.github.com")
    private URI base;

    @Inject
    @ConfigProperty(name = "GITHUB_TIMEOUT_SECONDS", defaultValue = "15")
    private int timeoutSeconds;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    int timeoutSeconds() {
        return timeoutSeconds;
    }

    /**
     * Sends a request to an address of the host's API.
     *
     * @throws IOException if GitHub cannot be reached, answers too much, or redirects too often or to another server
     * @throws TimeoutException if the exchange takes longer than {@code GITHUB_TIMEOUT_SECONDS}
     * @throws InterruptedException if the server is stopping
     */
    Reply send(String method, GitHubRequest access, URI address)
            throws IOException, TimeoutException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
        URI uri = address;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpResponse<String> response = exchange(request(method, access, uri), end - System.nanoTime());
            if (!REDIRECTS.contains(response.statusCode())) {
                return new Reply(response.statusCode(), response.headers(), response.body());
            }
            uri = target(uri, response);
            requireSameServer(address, uri);
        }
        throw new RefusedAnswerException("said.reason.gitHub.tooManyRedirects", MOST_REDIRECTS);
    }

    /** Returns the address of a path of the host's API. */
    URI address(GitHubHost host, String path) {
        return URI.create(host.api(base) + path);
    }

    private static URI target(URI from, HttpResponse<?> redirect) throws IOException {
        String location = redirect.headers().firstValue("location").orElse("");
        try {
            return from.resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new RefusedAnswerException("said.reason.gitHub.noAddress");
        }
    }

    /** Makes sure that a token is sent only to the server that it is meant for. */
    static void requireSameServer(URI own, URI uri) throws IOException {
        boolean same = String.valueOf(own.getScheme()).equals(uri.getScheme())
                && String.valueOf(own.getHost()).equalsIgnoreCase(uri.getHost())
                && own.getPort() == uri.getPort();
        if (!same) {
            throw new RefusedAnswerException("said.reason.gitHub.anotherServer");
        }
    }

    private static HttpRequest request(String method, GitHubRequest access, URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", "application/vnd.github+json")
                .header("X-GitHub-Api-Version", ApiVersion.ASKED_FOR)
                .header("User-Agent", "github-traffic-analytics")
                .header("Authorization", access.credential().authorization());
        if (access.etag() != null) {
            request.header("If-None-Match", access.etag());
        }
        return request.build();
    }

    private HttpResponse<String> exchange(HttpRequest request, long nanos)
            throws IOException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<String>> response = client.sendAsync(
                request,
                info -> new BoundedBody(MOST_BYTES, () -> RefusedAnswerException.tooLarge(MOST_BYTES / 1024 / 1024)));
        try {
            return response.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            response.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            response.cancel(true);
            throw e;
        }
    }

    /** GitHub answered in a way that is not read any further. */
    static final class RefusedAnswerException extends IOException {

        private static final long serialVersionUID = 1;
        private static final String TOO_LARGE = "said.reason.gitHub.tooLong";

        @SuppressWarnings("serial")
        private final Message reason;

        RefusedAnswerException(String key, Object... arguments) {
            this(Message.of(key, arguments));
        }

        private RefusedAnswerException(Message reason) {
            super(reason.english());
            this.reason = reason;
        }

        static RefusedAnswerException tooLarge(int megabytes) {
            return new RefusedAnswerException(TOO_LARGE, megabytes);
        }

        boolean isTooLarge() {
            return reason.key().equals(TOO_LARGE);
        }

        /** Returns the reason for users, in each language. */
        Message reason() {
            return reason;
        }
    }
}
