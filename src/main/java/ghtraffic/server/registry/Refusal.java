package ghtraffic.server.registry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The answer to a request that goes no further, a problem document (RFC 9457).
 *
 * @param status the HTTP status
 * @param title a few words
 * @param reason a sentence of our own, without anything that the client sent
 */
record Refusal(int status, String title, String reason) {

    static Refusal badRequest(String reason) {
        return new Refusal(HttpServletResponse.SC_BAD_REQUEST, "Bad Request", reason);
    }

    static Refusal forbidden(String reason) {
        return new Refusal(HttpServletResponse.SC_FORBIDDEN, "Forbidden", reason);
    }

    void send(HttpServletResponse response) throws IOException {
        String problem = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}";
        write(response, "application/problem+json", problem.formatted(title, status, reason));
    }

    /** Sends a small page for a browser. The pages of the application would read the address themselves. */
    void sendPage(HttpServletResponse response) throws IOException {
        String page = "<!DOCTYPE html><html lang=\"en\"><head><title>%1$s</title></head><body><h1>%1$s</h1><p>%2$s</p>"
                + "<p><a href=\"/\">GitHub Traffic Analytics</a></p></body></html>";
        response.setHeader("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        write(response, "text/html; charset=UTF-8", page.formatted(title, reason));
    }

    private void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
