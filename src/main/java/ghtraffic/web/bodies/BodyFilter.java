package ghtraffic.web.bodies;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.limits.ClientAddress;
import ghtraffic.limits.ConcurrentUse;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Runs after the caller is known. It refuses a request whose body would be one too many, and reads the body of an
 * anonymous caller while no thread waits for it.
 */
public class BodyFilter extends HttpFilter {

    /** The executor in {@code server.xml} has threads for all of them, and more. Bodies of anonymous callers need none. */
    static final int MOST = 28;

    static final int MOST_FOR_AN_ADDRESS = 12;
    static final int MOST_ANONYMOUS = 200;
    static final int MOST_ANONYMOUS_FOR_AN_ADDRESS = 40;
    static final Duration LONGEST_ANONYMOUS = Duration.ofSeconds(10);

    private static final long serialVersionUID = 1;

    /** What anonymous callers send: the events of external timers, and the choice of a language. */
    private static final Set<String> OPEN_TO_ALL = Set.of("/collectStats", "/api/v1/events/collect", "/language");

    /** These do not look at the body. */
    private static final Set<String> READ_NOTHING = Set.of("/sign-in", "/sign-out", "/login", "/logout");

    private static final String FORM = "application/x-www-form-urlencoded";

    private final transient ConcurrentUse signedIn = new ConcurrentUse(MOST, MOST_FOR_AN_ADDRESS);
    private final transient ConcurrentUse anonymous = new ConcurrentUse(MOST_ANONYMOUS, MOST_ANONYMOUS_FOR_AN_ADDRESS);

    @Inject
    private transient CurrentViewer viewer;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        if (!hasBody(request) || READ_NOTHING.contains(path)) {
            chain.doFilter(request, response);
        } else if (viewer.isSignedIn()) {
            ofSomebody(request, response, chain);
        } else if (OPEN_TO_ALL.contains(path)) {
            ofAnybody(request, response);
        } else if (path.startsWith("/api/")) {
            response.setHeader("WWW-Authenticate", "Bearer");
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Sign in, or send a bearer token");
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/");
        }
    }

    private void ofSomebody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ClientAddress address = new ClientAddress(request.getRemoteAddr());
        if (!signedIn.begin(address)) {
            refuseForNow(response);
            return;
        }
        try {
            if (isFormReadable(request)) {
                chain.doFilter(request, response);
            } else {
                refuse(response, HttpServletResponse.SC_BAD_REQUEST, "The body is malformed or incomplete");
            }
        } finally {
            signedIn.end(address);
        }
    }

    /**
     * Reads the fields of a form, but not of one with files, which the page reads itself. The server's sign-in may have
     * read it before; then a form that cannot be decoded has no fields.
     */
    private static boolean isFormReadable(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null
                || !type.toLowerCase(Locale.ROOT).startsWith(FORM)
                || path(request).startsWith("/api/")) {
            return true;
        }
        try {
            return !request.getParameterMap().isEmpty();
        } catch (IllegalStateException | IllegalArgumentException e) {
            System.getLogger(BodyFilter.class.getName()).log(Level.DEBUG, "A form cannot be read", e);
            return false;
        }
    }

    /** The container calls the servlet when the body is there, without this filter and those before it. */
    private void ofAnybody(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ClientAddress address = new ClientAddress(request.getRemoteAddr());
        if (!anonymous.begin(address)) {
            refuseForNow(response);
            return;
        }
        ReadBody body = new ReadBody(request);
        AsyncContext context = request.startAsync(body, response);
        context.setTimeout(LONGEST_ANONYMOUS.toMillis());
        BodyReader reader = new BodyReader(context, request.getInputStream(), body, () -> anonymous.end(address));
        context.addListener(reader);
        request.getInputStream().setReadListener(reader);
    }

    private static void refuseForNow(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", String.valueOf(LONGEST_ANONYMOUS.toSeconds()));
        refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Too many requests are being received");
    }

    /** Answers without the page for errors: hundreds of them at once would use up the memory. */
    static void refuse(HttpServletResponse response, int status, String reason) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Connection", "close");
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(Json.createObjectBuilder()
                        .add("type", "about:blank")
                        .add("title", title(status))
                        .add("status", status)
                        .add("detail", reason)
                        .build()
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String title(int status) {
        return switch (status) {
            case HttpServletResponse.SC_BAD_REQUEST -> "Bad Request";
            case HttpServletResponse.SC_UNAUTHORIZED -> "Unauthorized";
            case HttpServletResponse.SC_REQUEST_TIMEOUT -> "Request Timeout";
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE -> "Content Too Large";
            default -> "Service Unavailable";
        };
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }
}
