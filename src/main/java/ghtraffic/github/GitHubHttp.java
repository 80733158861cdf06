package ghtraffic.github;

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

/** Sends one GET to GitHub, with a deadline for the whole exchange, and follows its redirects within the same server. */
@ApplicationScoped
class GitHubHttp {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);
    private static final int MOST_REDIRECTS = 5;

    /** What came back, whatever its status. */
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
     * Gets a path below the API's address.
     *
     * @throws IOException when GitHub cannot be reached, redirects without end or to another server
     * @throws TimeoutException when the exchange takes longer than {@code GITHUB_TIMEOUT_SECONDS}
     */
    Reply get(Credential credential, String path) throws IOException, TimeoutException {
        URI uri = URI.create(base.toString().replaceAll("/+$", "") + path);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpResponse<String> response = send(credential, uri, end - System.nanoTime());
            if (!REDIRECTS.contains(response.statusCode())) {
                return new Reply(response.statusCode(), response.headers(), response.body());
            }
            uri = target(uri, response);
            if (!sameServer(uri)) {
                throw new IOException("it redirected to another server");
            }
        }
        throw new IOException("it redirected more than " + MOST_REDIRECTS + " times");
    }

    private static URI target(URI from, HttpResponse<?> redirect) throws IOException {
        String location = redirect.headers().firstValue("location").orElse("");
        try {
            return from.resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new IOException("it redirected to what is no address");
        }
    }

    private boolean sameServer(URI uri) {
        return base.getScheme().equals(uri.getScheme())
                && base.getHost().equalsIgnoreCase(uri.getHost())
                && base.getPort() == uri.getPort();
    }

    private HttpResponse<String> send(Credential credential, URI uri, long nanos) throws IOException, TimeoutException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Accept", "application/vnd.github+json")
                .header("X-GitHub-Api-Version", "2022-11-28")
                .header("User-Agent", "github-traffic-analytics")
                .header("Authorization", credential.authorization())
                .build();
        CompletableFuture<HttpResponse<String>> response =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return response.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            response.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
