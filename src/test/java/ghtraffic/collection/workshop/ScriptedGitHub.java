package ghtraffic.collection.workshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ghtraffic.collection.health.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * A GitHub server for tests, at the address where the application expects GitHub. The script of the test provides the
 * answers; this class adds the ETags, which differ for each token, and answers 304.
 */
public final class ScriptedGitHub implements AutoCloseable {

    /** More threads than one run uses to ask. */
    private static final int THREADS = 16;

    /**
     * A request that the server received.
     *
     * @param token the token of the caller
     * @param repository the full name of the repository, or its GitHub id if the request has that
     * @param part the requested part
     * @param path the path and the query
     * @param etag the ETag that the caller sent, or null
     */
    public record Question(
            String token,
            String repository,
            Part part,
            String path,
            @Nullable String etag) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Queue<Question> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unchanged = new AtomicInteger();
    private volatile Function<Question, ScriptedAnswer> script;

    /** Starts the server at the address of the setting {@code GITHUB_API_URL}. */
    public ScriptedGitHub(Function<Question, ScriptedAnswer> script) throws IOException {
        this.script = script;
        URI address = ConfigProvider.getConfig().getValue("GITHUB_API_URL", URI.class);
        this.server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByName(address.getHost()), address.getPort()), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Replaces the script. */
    public void play(Function<Question, ScriptedAnswer> newScript) {
        script = newScript;
    }

    /** Returns the requests since the last call of this method. */
    public List<Question> asked() {
        List<Question> all = List.copyOf(asked);
        asked.removeAll(all);
        return all;
    }

    /** Returns how often the server answered that nothing has changed (304). */
    public int unchanged() {
        return unchanged.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Question question = question(exchange);
        asked.add(question);
        ScriptedAnswer saying = script.apply(question);
        if (saying.equals(ScriptedAnswer.SILENCE)) {
            return;
        }
        if (saying.equals(ScriptedAnswer.HANGING_UP)) {
            exchange.close();
            return;
        }
        saying.headers().forEach(exchange.getResponseHeaders()::set);
        if (saying.status() == 200) {
            String etag = "\"" + UUID.nameUUIDFromBytes((question.token() + saying.body()).getBytes(UTF_8)) + "\"";
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(question.etag())) {
                unchanged.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
                return;
            }
        }
        byte[] body = saying.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(saying.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Question question(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        String[] steps = uri.getPath().substring(1).split("/", 4);
        boolean byNumber = steps[0].equals("repositories");
        String rest = steps.length < 4
                ? ""
                : steps[3] + (String.valueOf(uri.getQuery()).contains("week") ? " weekly" : "");
        return new Question(
                exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", ""),
                byNumber ? steps[1] : steps[1] + "/" + steps[2],
                part(rest),
                uri.toString(),
                exchange.getRequestHeaders().getFirst("If-None-Match"));
    }

    private static Part part(String rest) {
        return switch (rest) {
            case "" -> Part.REPOSITORY;
            case "traffic/views" -> Part.VIEWS;
            case "traffic/clones" -> Part.CLONES;
            case "traffic/views weekly" -> Part.WEEKLY_VIEWS;
            case "traffic/clones weekly" -> Part.WEEKLY_CLONES;
            case "traffic/popular/referrers" -> Part.REFERRERS;
            case "traffic/popular/paths" -> Part.PATHS;
            case "releases" -> Part.RELEASES;
            default -> throw new IllegalArgumentException("Nobody asks for " + rest);
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
