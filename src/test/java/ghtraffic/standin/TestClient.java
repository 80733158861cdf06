package ghtraffic.standin;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A client of a stand-in whose clock stands still, for the tests of this package. */
public final class TestClient implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-01-31T10:20:00Z");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public final GitHubStandIn gitHub = GitHubStandIn.start(0);

    public TestClient() {
        gitHub.setNow(NOW);
    }

    @Override
    public void close() {
        gitHub.close();
    }

    /** Asks with the developer's token. */
    public HttpResponse<String> get(String path, String... headers) {
        return getAs("sandbox-token", path, headers);
    }

    public HttpResponse<String> getAs(@Nullable String token, String path, String... headers) {
        return send(request(token, path, headers));
    }

    HttpResponse<String> postAs(@Nullable String token, String path) {
        HttpRequest request = request(token, path);
        return send(HttpRequest.newBuilder(request, (name, value) -> true)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** Asks with the developer's token and does not wait. */
    CompletableFuture<HttpResponse<String>> later(String path) {
        return CLIENT.sendAsync(request("sandbox-token", path), BodyHandlers.ofString());
    }

    private HttpRequest request(@Nullable String token, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(path.startsWith("/") ? gitHub.uri() + path : path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    HttpResponse<String> control(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(gitHub.uri() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The days of a traffic list at the given time, with count and uniques. */
    Map<LocalDate, Row> days(String repository, String kind, Instant now) {
        return rows(repository, kind, "day", now);
    }

    Map<LocalDate, Row> rows(String repository, String kind, String per, Instant now) {
        Map<LocalDate, Row> rows = new TreeMap<>();
        for (Object row : (List<?>) member(traffic(repository, kind, per, now), kind)) {
            Map<?, ?> json = (Map<?, ?>) row;
            LocalDate day =
                    LocalDate.parse(String.valueOf(json.get("timestamp")).replace("T00:00:00Z", ""));
            rows.put(day, Row.of(json));
        }
        return rows;
    }

    Row total(String repository, String kind, String per, Instant now) {
        return Row.of(traffic(repository, kind, per, now));
    }

    private Map<String, Object> traffic(String repository, String kind, String per, Instant now) {
        gitHub.setNow(now);
        return object(get("/repos/" + repository + "/traffic/" + kind + "?per=" + per));
    }

    public static Map<String, Object> object(HttpResponse<String> answer) {
        try {
            return JSONObjectUtils.parse(answer.body());
        } catch (ParseException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    public static List<Object> array(HttpResponse<String> answer) {
        try {
            return JSONArrayUtils.parse(answer.body());
        } catch (ParseException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    public static Object member(Object object, String name) {
        Object value = ((Map<?, ?>) object).get(name);
        if (value == null) {
            throw new AssertionError("There is no " + name + " in " + object);
        }
        return value;
    }

    public static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A count and the distinct visitors behind it. */
    record Row(long count, long uniques) {

        static Row of(Map<?, ?> json) {
            return new Row(
                    ((Number) member(json, "count")).longValue(), ((Number) member(json, "uniques")).longValue());
        }

        boolean isAtMost(Row other) {
            return count <= other.count && uniques <= other.uniques;
        }
    }
}
