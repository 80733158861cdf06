package ghtraffic.standin.appid;

import com.sun.net.httpserver.HttpsServer;
import ghtraffic.standin.http.Json;
import ghtraffic.standin.http.Loopback;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A local HTTPS server that signs users in as IBM App ID does. */
public final class AppIdStandIn implements AutoCloseable {

    private static final String TENANT = "7d1f5c1e-5a0b-4c39-9d7e-2f6b8c0a4e15";
    private static final String PATH = "/oauth/v4/" + TENANT;

    private final HttpsServer server;
    private final ExecutorService threads;
    private final AppIdClient client;

    private AppIdStandIn(HttpsServer server, ExecutorService threads, AppIdClient client) {
        this.server = server;
        this.threads = threads;
        this.client = client;
    }

    /**
     * Starts a stand-in on the loopback address.
     *
     * @param port the port to listen on; 0 takes any free one
     * @param tls has the key and the certificate of {@code localhost}
     * @param client the only registered application
     * @param clock tells when tokens are issued
     */
    public static AppIdStandIn start(int port, SSLContext tls, AppIdClient client, Clock clock) {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "app-id-stand-in");
            thread.setDaemon(true);
            return thread;
        });
        AppIdStandIn standIn = new AppIdStandIn(Loopback.https(port, tls), threads, client);
        standIn.server.setExecutor(threads);
        standIn.server.createContext(PATH, new AppIdHandler(standIn.issuer(), TENANT, client, clock));
        standIn.server.start();
        return standIn;
    }

    /** Returns the address that tokens name as their issuer. The discovery document and all endpoints are below it. */
    public String issuer() {
        return "https://localhost:" + server.getAddress().getPort() + PATH;
    }

    /** Returns the value of {@code VCAP_SERVICES} for an application on Cloud Foundry to which the stand-in is bound. */
    public String vcapServices() {
        return Json.text(Map.of(
                "AppID",
                List.of(Json.object(
                        "label", "AppID",
                        "name", "sign-in",
                        "plan", "graduated-tier",
                        "tags", List.of("security"),
                        "credentials", credentials()))));
    }

    /** Returns the value of {@code CE_SERVICES} for an application on Code Engine to which the stand-in is bound. */
    public String ceServices() {
        return Json.text(Map.of("appid", List.of(Json.object("name", "sign-in", "credentials", credentials()))));
    }

    private Map<String, @Nullable Object> credentials() {
        return Json.object(
                "clientId",
                client.id(),
                "secret",
                client.secret(),
                "tenantId",
                TENANT,
                "oauthServerUrl",
                issuer(),
                "discoveryEndpoint",
                issuer() + "/.well-known/openid-configuration",
                "version",
                4);
    }

    /** Stops listening. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
