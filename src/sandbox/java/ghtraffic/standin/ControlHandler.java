package ghtraffic.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import ghtraffic.standin.faults.Failure;
import ghtraffic.standin.http.Answer;
import ghtraffic.standin.http.Json;
import java.io.IOException;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Handles the paths below {@code /standin/}, which control the stand-in from a shell. */
final class ControlHandler implements HttpHandler {

    private static final int LONGEST_BODY = 10_000;

    private final Situation situation;

    ControlHandler(Situation situation) {
        this.situation = situation;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), UTF_8);
        try {
            answer(request, body).send(exchange);
        } catch (BadControl e) {
            Answer.json(400, Json.object("error", e.getMessage())).send(exchange);
        }
    }

    private Answer answer(String request, String body) throws BadControl {
        return switch (request) {
            case "GET /standin/clock" -> clock();
            case "PUT /standin/clock" -> {
                situation.setNow(time(body));
                yield clock();
            }
            case "PUT /standin/failure" -> {
                Failure failure = failure(body);
                situation.fail(failure);
                yield Answer.json(Json.object(
                        "kind", failure.kind().name(),
                        "path", failure.path(),
                        "seconds", failure.delay().toMillis() / 1_000.0));
            }
            case "DELETE /standin/failure" -> {
                situation.recover();
                yield new Answer(204, Map.of(), "");
            }
            case "GET /standin/requests" -> Answer.json(Json.object("requests", situation.requests()));
            default -> Answer.json(404, Json.object("error", "There is no control " + request));
        };
    }

    private Answer clock() {
        return Answer.json(Json.object("now", situation.now().toString()));
    }

    private static Instant time(String body) throws BadControl {
        if (!(parsed(body).get("now") instanceof String now)) {
            throw new BadControl("\"now\" is missing: a time such as 2026-01-31T10:00:00Z");
        }
        try {
            return Instant.parse(now);
        } catch (DateTimeException e) {
            throw new BadControl("\"now\" is no time such as 2026-01-31T10:00:00Z: " + now);
        }
    }

    private static Failure failure(String body) throws BadControl {
        Map<String, Object> json = parsed(body);
        Failure failure = Failure.of(kind(json.get("kind")));
        Object path = json.getOrDefault("path", "");
        Object seconds = json.getOrDefault("seconds", failure.delay().toSeconds());
        if (!(path instanceof String text)) {
            throw new BadControl("\"path\" is no text");
        }
        if (!(seconds instanceof Number number)) {
            throw new BadControl("\"seconds\" is no number");
        }
        try {
            return failure.below(text).withDelay(Duration.ofMillis(Math.round(number.doubleValue() * 1_000)));
        } catch (IllegalArgumentException e) {
            throw new BadControl("\"seconds\" is not between 0 and 86400");
        }
    }

    private static Failure.Kind kind(@Nullable Object name) throws BadControl {
        return Arrays.stream(Failure.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadControl("\"kind\" is none of " + Arrays.toString(Failure.Kind.values())));
    }

    private static Map<String, Object> parsed(String body) throws BadControl {
        try {
            return JSONObjectUtils.parse(body);
        } catch (ParseException e) {
            throw new BadControl("The body is no JSON object");
        }
    }

    private static final class BadControl extends Exception {

        private static final long serialVersionUID = 1L;

        BadControl(String message) {
            super(message);
        }
    }
}
