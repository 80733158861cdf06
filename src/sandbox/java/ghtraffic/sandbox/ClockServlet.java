package ghtraffic.sandbox;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets an administrator move the clocks of the application and of the GitHub stand-in together. */
@WebServlet("/sandbox/clock")
public class ClockServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Inject
    private SandboxClock sandboxClock;

    @Inject
    private Clock clock;

    @Inject
    private CurrentViewer viewer;

    @Inject
    @ConfigProperty(name = "SANDBOX_GITHUB_URL")
    private URI gitHub;

    /** Answers {@code {"now": …}}. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (mayNot()) {
            response.sendError(403);
            return;
        }
        answer(response, 200, "now", clock.instant().toString());
    }

    /** Takes {@code {"now": "2026-01-31T10:00:00Z"}} and moves both clocks. */
    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (mayNot()) {
            response.sendError(403);
            return;
        }
        Instant now;
        try (JsonReader reader = Json.createReader(request.getInputStream())) {
            now = Instant.parse(reader.readObject().getString("now"));
        } catch (JsonException | DateTimeException | NullPointerException | ClassCastException e) {
            answer(response, 400, "detail", "Send {\"now\": \"2026-01-31T10:00:00Z\"}");
            return;
        }
        moveGitHub(now);
        sandboxClock.moveTo(now);
        answer(response, 200, "now", now.toString());
    }

    private boolean mayNot() {
        return !viewer.isSignedIn() || !viewer.get().has(Role.ADMIN);
    }

    private void moveGitHub(Instant now) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(gitHub.resolve("/standin/clock"))
                .PUT(HttpRequest.BodyPublishers.ofString("{\"now\":\"" + now + "\"}"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            int status =
                    CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                throw new IOException("The GitHub stand-in refused the time with status " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void answer(HttpServletResponse response, int status, String name, String value) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getWriter()
                .write(Json.createObjectBuilder().add(name, value).build().toString());
    }
}
