package ghtraffic.identity.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Fetches documents of the provider. No thread waits for an answer. */
@ApplicationScoped
class ProviderClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /**
     * Fetches a document.
     *
     * @return completes with the document. Completes exceptionally if there is no connection or no complete answer with
     *     status 200 within five seconds
     */
    CompletableFuture<byte[]> get(URI address) {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return exchange.thenCompose(ProviderClient::body)
                .orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((body, failure) -> exchange.cancel(true));
    }

    private static CompletableFuture<byte[]> body(HttpResponse<byte[]> response) {
        return response.statusCode() == 200
                ? CompletableFuture.completedFuture(response.body())
                : CompletableFuture.failedFuture(new IOException("it answers with status " + response.statusCode()));
    }
}
