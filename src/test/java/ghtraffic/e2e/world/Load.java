package ghtraffic.e2e.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** Clients that ask for one address again and again, until they are closed. */
public final class Load implements AutoCloseable {

    private final HttpClient client;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    /**
     * Starts the clients.
     *
     * @param headers one client for each: the name and value of a header that says who asks
     */
    public Load(SSLContext trust, URI address, List<Map.Entry<String, String>> headers) {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust)
                .build();
        for (Map.Entry<String, String> header : headers) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(60))
                    .header(header.getKey(), header.getValue())
                    .build();
            threads.submit(() -> ask(request));
        }
    }

    private void ask(HttpRequest request) {
        while (!ended) {
            try {
                int status = client.send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode();
                if (status == 200) {
                    answered.incrementAndGet();
                } else {
                    failures.add("status " + status);
                }
            } catch (IOException e) {
                failures.add(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Returns how many requests were answered with 200. */
    public int answered() {
        return answered.get();
    }

    /** Returns what the other requests ended with, and forgets it. */
    public List<String> failures() {
        List<String> all = List.copyOf(failures);
        failures.clear();
        return all;
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        threads.shutdown();
        threads.awaitTermination(60, TimeUnit.SECONDS);
    }
}
