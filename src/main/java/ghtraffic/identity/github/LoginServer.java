package ghtraffic.identity.github;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The addresses of the GitHub server that users sign in at.
 *
 * @param address scheme, host and port, without a slash at the end
 */
record LoginServer(String address) {

    LoginServer {
        address = address.strip().replaceAll("/+$", "").toLowerCase(Locale.ROOT);
    }

    /** Returns host and port, by which accounts of different servers are told apart. */
    String name() {
        return URI.create(address).getAuthority();
    }

    URI authorization() {
        return URI.create(address + "/login/oauth/authorize");
    }

    URI token() {
        return URI.create(address + "/login/oauth/access_token");
    }

    /** Returns the address of a path of the server's API. */
    URI api(String path) {
        String host = name();
        boolean cloud = host.equals("github.com") || host.endsWith(".ghe.com");
        return URI.create((cloud ? "https://api." + host : address + "/api/v3") + path);
    }

    /** Writes fields as a form, for a body or an address. */
    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
