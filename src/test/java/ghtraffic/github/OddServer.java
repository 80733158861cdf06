package ghtraffic.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on the loopback address that gives one and the same answer to everything. */
final class OddServer implements AutoCloseable {

    /** The paths that it was asked for. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    private OddServer(HttpServer server) {
        this.server = server;
    }

    static OddServer answering(int status, Map<String, String> headers, String body) throws IOException {
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        OddServer odd = new OddServer(http);
        http.createContext("/", exchange -> odd.answer(exchange, status, headers, body.getBytes(UTF_8)));
        http.start();
        return odd;
    }

    private void answer(HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
            throws IOException {
        asked.add(exchange.getRequestURI().toString());
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
