package ghtraffic.collection.triggers;

import ghtraffic.collection.runs.CollectionStarter;
import ghtraffic.collection.runs.StartOutcome;
import ghtraffic.limits.ClientAddress;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Serves the address that timers called on the Python application. {@code POST /collectStats} with
 * {@code {"token": …}} answers {@code {"message": …, "repoCount": …}}, 403, or 429. Unlike in the Python application,
 * the run continues after the answer.
 */
@WebServlet("/collectStats")
public class LegacyTriggerServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int MOST_BYTES = 10_000;

    @Inject
    private transient EventToken token;

    @Inject
    private transient CollectionStarter collector;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EventToken.Result verdict = token.check(given(request), new ClientAddress(request.getRemoteAddr()));
        if (verdict instanceof EventToken.Result.TooMany tooMany) {
            response.setHeader("Retry-After", String.valueOf(tooMany.pause().toSeconds()));
            answer(response, 429, "Too many wrong tokens came from this address", 0);
            return;
        } else if (!(verdict instanceof EventToken.Result.Right)) {
            answer(response, 403, "The token is wrong, or EVENT_TOKEN is not set here", 0);
            return;
        }
        StartOutcome start = collector.startByEvent();
        if (start instanceof StartOutcome.Started started) {
            answer(response, 200, "The collection has started", started.run().total());
        } else if (start instanceof StartOutcome.AlreadyRunning running) {
            answer(response, 200, "A collection runs already", running.run().total());
        } else if (start instanceof StartOutcome.Held) {
            answer(response, 200, "Collecting waits until an administrator has looked at /findings", 0);
        } else {
            answer(response, 200, "No repository is tracked yet", 0);
        }
    }

    private static @Nullable String given(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES);
        try (JsonReader reader = Json.createReader(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
            JsonObject json = reader.readObject();
            return json.get("token") instanceof JsonString text ? text.getString() : null;
        } catch (JsonException e) {
            return null;
        }
    }

    private static void answer(HttpServletResponse response, int status, String message, int repositories)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("message", message)
                        .add("repoCount", repositories)
                        .build()
                        .toString());
    }
}
