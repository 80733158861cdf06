package ghtraffic.server.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of HTTP (RFC 9110, 9112) that the server itself does not enforce. A proxy in front may read a request
 * otherwise than the server does, and take a part of it for the next request of somebody else.
 */
final class RequestRules {

    static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    static final Refusal ADDRESS = Refusal.badRequest("The address is malformed or ambiguous.");

    private static final Set<String> KNOWN = Set.of(METHODS.split(", "));
    private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[0-9A-Za-z_][0-9A-Za-z_.-]{0,254})(:[0-9]{1,5})?");
    private static final int LAST_PORT = 65_535;

    private RequestRules() {}

    /** Returns why the request is not answered, if it is not. */
    static Optional<Refusal> check(HttpServletRequest request) {
        if (!VERSIONS.contains(request.getProtocol())) {
            return Optional.of(new Refusal(
                    HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED,
                    "HTTP Version Not Supported",
                    "This server speaks HTTP/1.1."));
        }
        if (!KNOWN.contains(request.getMethod())) {
            return Optional.of(new Refusal(
                    HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    "Method Not Allowed",
                    "No address of this server knows the method."));
        }
        if (!Framing.isClear(request)) {
            return Optional.of(Refusal.badRequest("The headers do not say in one way how long the body is."));
        }
        if (!isForOneHost(request)) {
            return Optional.of(Refusal.badRequest("The request does not name one host."));
        }
        return Address.isClear(request.getRequestURI(), request.getQueryString())
                ? Optional.empty()
                : Optional.of(ADDRESS);
    }

    /** The target of a request may be a whole address; the server would believe that, and proxies the header. */
    private static boolean isForOneHost(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        if (hosts.isEmpty()) {
            return request.getProtocol().equals("HTTP/1.0");
        }
        Matcher host = HOST.matcher(hosts.get(0).strip());
        return hosts.size() == 1
                && host.matches()
                && isPort(host.group(2))
                && plain(host.group(1)).equals(plain(request.getServerName()));
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || Integer.parseInt(port.substring(1)) <= LAST_PORT;
    }

    private static String plain(String host) {
        return host.replace("[", "").replace("]", "").toLowerCase(Locale.ROOT);
    }
}
