package ghtraffic.server.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the body of a request ends (RFC 9112, section 6). */
final class Framing {

    private static final Set<String> BODIES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private Framing() {}

    /** Returns whether the headers leave no doubt. */
    static boolean isClear(HttpServletRequest request) {
        List<String> lengths = headers(request, "Content-Length");
        List<String> codings = headers(request, "Transfer-Encoding");
        if (codings.isEmpty()) {
            return lengths.isEmpty()
                    || lengths.size() == 1
                            && LENGTH.matcher(lengths.get(0).strip()).matches();
        }
        return lengths.isEmpty()
                && codings.size() == 1
                && codings.get(0).strip().equalsIgnoreCase("chunked")
                && request.getProtocol().equals("HTTP/1.1");
    }

    /**
     * Returns whether something may follow that is a body for others. The server drops a {@code Content-Length} that it
     * does not understand, and takes what follows for the next request.
     */
    static boolean mayHideABody(HttpServletRequest request) {
        return BODIES.contains(request.getMethod())
                && headers(request, "Content-Length").isEmpty()
                && headers(request, "Transfer-Encoding").isEmpty();
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
