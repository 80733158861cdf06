package ghtraffic.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What the client gets: mostly an {@link Answer}, sometimes something worse. */
interface Reply {

    /** Sends it and ends the exchange. */
    void send(HttpExchange exchange) throws IOException;
}
