package ghtraffic.standin.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import ghtraffic.standin.http.Answer;
import ghtraffic.standin.http.Reply;
import java.io.IOException;
import java.io.OutputStream;

/** A JSON object of ten million bytes in chunks, so that its length is unknown until it ends. */
public final class HugeBody implements Reply {

    static final int LENGTH = 10_000_000;

    private static final byte[] BEGIN = "{\"padding\":\"".getBytes(US_ASCII);
    private static final byte[] END = "\"}".getBytes(US_ASCII);
    private static final byte[] PADDING = "0123456789".repeat(1_000).getBytes(US_ASCII);

    @Override
    public void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("content-type", Answer.JSON_TYPE);
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write(BEGIN);
            for (int left = LENGTH - BEGIN.length - END.length; left > 0; left -= PADDING.length) {
                body.write(PADDING, 0, Math.min(left, PADDING.length));
            }
            body.write(END);
        }
    }
}
