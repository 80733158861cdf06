package ghtraffic.server.start;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the identity provider for its discovery document. */
final class ProviderDiscovery {

    private static final String DOCUMENT = "/.well-known/openid-configuration";
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String provider;

    /**
     * Asks this provider.
     *
     * @param provider {@code APPID_OAUTH_SERVER_URL}
     */
    ProviderDiscovery(String provider) {
        this.provider = provider.replaceAll("/+$", "");
    }

    /** Returns what the provider says of itself; empty if it does not within three seconds. */
    Optional<ProviderEndpoints> ask() {
        CompletableFuture<HttpResponse<byte[]>> answer = null;
        try {
            answer = client.sendAsync(
                    HttpRequest.newBuilder(URI.create(provider + DOCUMENT)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            HttpResponse<byte[]> response = answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return response.statusCode() == 200
                    ? Optional.of(ProviderEndpoints.parse(new String(response.body(), StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            return Optional.empty();
        } finally {
            if (answer != null) {
                answer.cancel(true);
            }
        }
    }
}
