package ghtraffic.standin;

import com.sun.net.httpserver.HttpServer;
import ghtraffic.standin.access.GitHubApp;
import ghtraffic.standin.access.Limits;
import ghtraffic.standin.faults.Failure;
import ghtraffic.standin.http.Loopback;
import ghtraffic.standin.signin.OAuthApp;
import ghtraffic.standin.signin.SignInHandler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A local HTTP server that answers like GitHub's REST API. Its time, its failures and its limits can be set. */
public final class GitHubStandIn implements AutoCloseable {

    private static final int THREADS = 16;

    private final HttpServer server;
    private final ScheduledExecutorService threads;
    private final Situation situation;
    private final Limits limits;
    private final GitHubApp app;

    private GitHubStandIn(
            HttpServer server, ScheduledExecutorService threads, Situation situation, Limits limits, GitHubApp app) {
        this.server = server;
        this.threads = threads;
        this.situation = situation;
        this.limits = limits;
        this.app = app;
    }

    /**
     * Starts a stand-in on the loopback address.
     *
     * @param port the port to listen on; 0 takes any free one
     */
    public static GitHubStandIn start(int port) {
        HttpServer server = Loopback.http(port);
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "github-stand-in");
            thread.setDaemon(true);
            return thread;
        });
        Situation situation = new Situation();
        Limits limits = new Limits();
        GitHubApp app = new GitHubApp();
        OAuthApp signIns = new OAuthApp();
        server.setExecutor(threads);
        server.createContext("/", new ApiHandler(situation, threads, new Gate(limits, app), signIns));
        server.createContext("/login/oauth/", new SignInHandler(signIns));
        server.createContext("/standin/", new ControlHandler(situation));
        server.start();
        return new GitHubStandIn(server, threads, situation, limits, app);
    }

    /** Returns the port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Returns the base address of the API, without a slash at the end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Stops the clock at this time. Before the first call it follows the system clock. */
    public void setNow(Instant now) {
        situation.setNow(now);
    }

    /** Returns the current time of the stand-in. */
    public Instant now() {
        return situation.now();
    }

    /** Makes calls fail in this way until {@link #recover()}. It replaces all earlier failures. */
    public void fail(Failure failure) {
        situation.fail(failure);
    }

    /** Adds a failure. The earliest one whose path matches a request applies to it. */
    public void alsoFail(Failure failure) {
        situation.alsoFail(failure);
    }

    /** Removes all failures. */
    public void recover() {
        situation.recover();
    }

    /**
     * Delays each answer of the API. Any number of requests can wait at the same time.
     *
     * @param latency not negative; zero at the start
     */
    public void setLatency(Duration latency) {
        if (latency.isNegative()) {
            throw new IllegalArgumentException("The latency must not be negative: " + latency);
        }
        situation.setLatency(latency);
    }

    /**
     * Sets how many requests each known token has per hour of the clock. Requests already made in this hour still
     * count.
     *
     * @param requests not negative; 5,000 at the start
     */
    public void setHourlyLimit(int requests) {
        if (requests < 0) {
            throw new IllegalArgumentException("The limit must not be negative: " + requests);
        }
        limits.setHourly(requests);
    }

    /** Returns the number of API requests since the start. */
    public int requestCount() {
        return situation.count();
    }

    /** Returns the largest number of API requests in progress at the same time since the start. */
    public int mostAtOnce() {
        return situation.mostAtOnce();
    }

    /** Returns the last thousand API requests, oldest first, each as {@code GET /path?query}. */
    public List<String> requests() {
        return situation.requests();
    }

    /**
     * Returns the private key of the sample GitHub App in the form that GitHub issues: PEM as PKCS#1. The app has the
     * id 4242 and the client id Iv1.sandbox, and its installation 77 can access the repositories of acme.
     */
    public String appPrivateKey() {
        return app.privateKey();
    }

    /** Stops listening and drops requests in progress. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
