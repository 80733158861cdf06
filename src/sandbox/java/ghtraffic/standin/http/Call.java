package ghtraffic.standin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request, and the time at which it is answered.
 *
 * @param origin scheme and host as the client called them
 * @param path the decoded parts of the path, without the server's prefix
 */
public record Call(
        String method,
        URI uri,
        String origin,
        Server server,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        Instant now) {

    public static Call of(HttpExchange exchange, Instant now) {
        URI uri = exchange.getRequestURI();
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElseGet(() -> "127.0.0.1:" + exchange.getLocalAddress().getPort());
        Server server = Server.of(uri);
        return new Call(
                exchange.getRequestMethod(),
                uri,
                "http://" + host,
                server,
                pathOf(uri.getRawPath().substring(server.prefix().length())),
                queryOf(uri),
                headersOf(exchange.getRequestHeaders()),
                now);
    }

    /** Returns the base address of the API. */
    public String base() {
        return origin + server.prefix();
    }

    /** Returns the base address of web pages. */
    public String site() {
        return server.site(origin);
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    public String parameter(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    /** Returns the method and the address with its query. */
    public String line() {
        return method + " " + uri;
    }

    /** Returns the same call without its ETag. */
    public Call unconditional() {
        Map<String, String> others = new LinkedHashMap<>(headers);
        others.remove("if-none-match");
        return new Call(method, uri, origin, server, path, query, others, now);
    }

    private static List<String> pathOf(String rawPath) {
        return Arrays.stream(rawPath.split("/", -1))
                .skip(1)
                .map(part -> decoded(part.replace("+", "%2B")))
                .toList();
    }

    private static Map<String, String> queryOf(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = uri.getRawQuery();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return query;
    }

    private static Map<String, String> headersOf(Headers headers) {
        Map<String, String> first = new LinkedHashMap<>();
        headers.forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return first;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
