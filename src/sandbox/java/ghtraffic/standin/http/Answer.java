package ghtraffic.standin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One answer: status, headers with lower-case names, and text. */
public record Answer(int status, Map<String, String> headers, String body) implements Reply {

    public static final String JSON_TYPE = "application/json; charset=utf-8";

    public static Answer json(Map<String, ?> object) {
        return json(200, object);
    }

    public static Answer json(List<?> array) {
        return json(200, Json.text(array));
    }

    /** Creates an error in GitHub's form. The documentation is a path below docs.github.com/rest. */
    public static Answer problem(int status, String message, String documentation) {
        return json(
                status,
                Json.object(
                        "message",
                        message,
                        "documentation_url",
                        "https://docs.github.com/rest" + documentation,
                        "status",
                        Integer.toString(status)));
    }

    public static Answer notFound() {
        return problem(404, "Not Found", "");
    }

    public static Answer moved(String location) {
        String body = Json.text(Json.object(
                "message", "Moved Permanently",
                "url", location,
                "documentation_url",
                        "https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects"));
        return json(301, body).with("location", location);
    }

    public static Answer html(int status, String title) {
        String body = "<!DOCTYPE html>\n<html><head><title>%s</title></head><body><h1>%s</h1></body></html>\n"
                .formatted(title, title);
        return new Answer(status, Map.of("content-type", "text/html; charset=utf-8"), body);
    }

    public static Answer json(int status, Map<String, ?> object) {
        return json(status, Json.text(object));
    }

    private static Answer json(int status, String body) {
        return new Answer(status, Map.of("content-type", JSON_TYPE), body);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    /** Adds headers. It does not replace existing ones. */
    public Answer withAll(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(others);
        all.putAll(headers);
        return new Answer(status, all, body);
    }

    /** Returns the answer without the second half of its text. */
    public Answer truncated() {
        return new Answer(status, headers, body.substring(0, body.length() / 2));
    }

    /** Replaces the text of a successful JSON answer. Other answers stay as they are. */
    public Answer rewritten(UnaryOperator<String> text) {
        boolean json = JSON_TYPE.equals(headers.get("content-type"));
        return json && status == 200 ? new Answer(status, headers, text.apply(body)) : this;
    }

    /**
     * Adds an ETag, which differs for each token, or turns the answer into a 304 if the client already has this text.
     */
    public Answer validatedFor(Call call) {
        if (status != 200) {
            return this;
        }
        String tag = "\"" + digest(call.header("authorization").orElse("") + "\n" + body) + "\"";
        Answer tagged = with("etag", "W/" + tag);
        boolean known =
                call.header("if-none-match").filter(tags -> tags.contains(tag)).isPresent();
        return known ? new Answer(304, tagged.headers, "") : tagged;
    }

    @Override
    public void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
