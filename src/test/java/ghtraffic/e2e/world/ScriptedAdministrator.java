package ghtraffic.e2e.world;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import ghtraffic.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The administrator of a sandbox, who uses the REST API. */
public final class ScriptedAdministrator {

    private final Api api;

    private ScriptedAdministrator(Api api) {
        this.api = api;
    }

    /** Completes the setup of a new sandbox with admin@example.com as administrator. */
    public static ScriptedAdministrator of(Sandbox sandbox, List<String> console)
            throws IOException, InterruptedException {
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright);
                Visitor visitor = new Visitor(sandbox, browser, null)) {
            visitor.signIn("admin@example.com");
            visitor.completeSetUp(World.setUpCode(console));
        }
        return new ScriptedAdministrator(new Api(sandbox, "admin@example.com"));
    }

    /** Tracks a repository. */
    public void track(String owner, String name) {
        HttpResponse<String> added =
                api.post("/api/v1/repositories", "{\"owner\":\"%s\",\"name\":\"%s\"}".formatted(owner, name));
        if (added.statusCode() != 201) {
            throw new IllegalStateException(added.body());
        }
    }

    /** Starts a run that collects everything, waits for its end and returns it. */
    public Map<String, Object> collect() {
        HttpResponse<String> started = api.post("/api/v1/collections", "{}");
        return api.finished(Objects.requireNonNull(Api.header(started, "location")));
    }

    /** Returns the number of daily rows of the last 28 days. */
    public long rows() {
        return api.get("/api/v1/traffic.csv").body().lines().count() - 1;
    }
}
