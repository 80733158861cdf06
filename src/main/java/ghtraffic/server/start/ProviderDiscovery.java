package ghtraffic.server.start;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the identity provider how the application has to authenticate at its token endpoint. */
final class ProviderDiscovery {

    static final String BASIC = "client_secret_basic";
    static final String POST = "client_secret_post";

    private static final String DOCUMENT = "/.well-known/openid-configuration";
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private ProviderDiscovery() {}

    /**
     * Returns {@code client_secret_post} if the provider offers only that of the two, else {@code client_secret_basic},
     * also if it does not answer within three seconds.
     */
    static String clientAuthentication(String provider) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        try {
            CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                    HttpRequest.newBuilder(URI.create(provider.replaceAll("/+$", "") + DOCUMENT))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return choice(new String(
                    answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).body(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return BASIC;
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            return BASIC;
        }
    }

    /**
     * Reads a discovery document (OpenID Connect Discovery 1.0). One that lists no methods means
     * {@code client_secret_basic}.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    static String choice(String document) {
        boolean onlyPost = Json.parse(document) instanceof Map<?, ?> fields
                && fields.get("token_endpoint_auth_methods_supported") instanceof List<?> methods
                && methods.contains(POST)
                && !methods.contains(BASIC);
        return onlyPost ? POST : BASIC;
    }
}
