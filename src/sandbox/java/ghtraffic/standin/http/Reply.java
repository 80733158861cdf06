package ghtraffic.standin.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What the client gets: mostly an {@link Answer}, sometimes something worse. */
public interface Reply {

    /** Sends it and ends the exchange. */
    void send(HttpExchange exchange) throws IOException;
}
