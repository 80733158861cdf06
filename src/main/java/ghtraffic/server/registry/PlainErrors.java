package ghtraffic.server.registry;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Answers errors of Liberty's own applications without its words. */
final class PlainErrors extends HttpServletResponseWrapper {

    PlainErrors(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
        new Refusal(status, "Error " + status, "This address does not answer the request.")
                .send((HttpServletResponse) getResponse());
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}
