package ghtraffic.standin.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** The reply to a call: usually an {@link Answer}, sometimes something broken. */
public interface Reply {

    /** Sends the reply and ends the exchange. */
    void send(HttpExchange exchange) throws IOException;
}
