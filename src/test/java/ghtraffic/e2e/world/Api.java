package ghtraffic.e2e.world;

import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.util.JSONObjectUtils;
import ghtraffic.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls the REST API with a bearer token of the identity provider. */
public final class Api {

    private final Sandbox sandbox;
    private final HttpClient client;
    private final String token;

    Api(Sandbox sandbox, String email) {
        this.sandbox = sandbox;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(sandbox.sslContext())
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        this.token = token(email);
    }

    private String token(String email) {
        String form = "grant_type=password&scope=openid&username=" + encode(email) + "&password=sandbox&client_id="
                + encode(sandbox.clientId()) + "&client_secret=" + encode(sandbox.clientSecret());
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(sandbox.issuer() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return String.valueOf(json(response).get("access_token"));
    }

    /** Returns the id of the identity provider's key that signed the token. */
    public String keyId() {
        String header = new String(
                Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), StandardCharsets.UTF_8);
        try {
            return String.valueOf(JSONObjectUtils.parse(header).get("kid"));
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends a request without a body, with this method and one more header. */
    public HttpResponse<String> read(String method, String path, String header, String value) {
        return send(request(path).header(header, value).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    public HttpResponse<String> post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> post(String path, String contentType, HttpRequest.BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).POST(body));
    }

    public HttpResponse<String> put(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> patch(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a GET request without a token. */
    public HttpResponse<String> anonymous(String path) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + path)));
    }

    /** Sends a request as it is, without a token. */
    public HttpResponse<String> raw(HttpRequest.Builder request) {
        return send(request);
    }

    /** Returns the token from the identity provider. */
    public String token() {
        return token;
    }

    /** Sends a request with the token. */
    public HttpResponse<String> with(HttpRequest.Builder request) {
        return send(request.header("Authorization", "Bearer " + token));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Tracks a repository of acme and returns its id. */
    public String track(String name) {
        HttpResponse<String> made =
                post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"%s\"}".formatted(name));
        return String.valueOf(json(made).get("id"));
    }

    /** Starts a run that collects everything, waits for its end and returns its address. */
    public String collect() {
        HttpResponse<String> run = post("/api/v1/collections", "{}");
        String location = Objects.requireNonNull(header(run, "location"), run.body());
        finished(location);
        return location;
    }

    /** Waits until the run at this address has ended, and returns it. */
    public Map<String, Object> finished(String location) {
        String path = URI.create(location).getPath();
        return await("the end of the collection")
                .atMost(Duration.ofMinutes(2))
                .until(() -> run(path), run -> run.get("finishedAt") != null);
    }

    private Map<String, Object> run(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError("Status " + response.statusCode() + ": " + response.body());
        }
        return json(response);
    }

    /** Reads the body of a response as a JSON object. Fails if it is not one. */
    public static Map<String, Object> json(HttpResponse<String> response) {
        try {
            return JSONObjectUtils.parse(response.body());
        } catch (ParseException e) {
            throw new AssertionError("No JSON, status " + response.statusCode() + ": " + response.body(), e);
        }
    }

    public static @Nullable String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
