package ghtraffic.server.start;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server has to know of an OpenID provider (OpenID Connect Discovery 1.0, section 3).
 *
 * @param authorization where browsers sign in
 * @param token where the server gets the ID token
 * @param keys the provider's public keys
 * @param issuer the {@code iss} of its ID tokens
 * @param clientAuthentication how the server authenticates at {@code token}
 */
record ProviderEndpoints(String authorization, String token, String keys, String issuer, String clientAuthentication) {

    static final String BASIC = "client_secret_basic";
    static final String POST = "client_secret_post";

    /**
     * Reads a discovery document. One that lists no way to authenticate means {@code client_secret_basic}; {@code
     * client_secret_post} is chosen only where the other is not offered.
     *
     * @throws IllegalArgumentException if it is not JSON, or lacks an address
     */
    static ProviderEndpoints parse(String document) {
        if (!(Json.parse(document) instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("is no discovery document");
        }
        boolean onlyPost = fields.get("token_endpoint_auth_methods_supported") instanceof List<?> methods
                && methods.contains(POST)
                && !methods.contains(BASIC);
        return new ProviderEndpoints(
                address(fields.get("authorization_endpoint")),
                address(fields.get("token_endpoint")),
                address(fields.get("jwks_uri")),
                address(fields.get("issuer")),
                onlyPost ? POST : BASIC);
    }

    /** Accepts addresses only: the server would replace a name in braces by the setting of that name. */
    private static String address(@Nullable Object value) {
        try {
            URI address = new URI(String.valueOf(value)).parseServerAuthority();
            if (address.getHost() == null) {
                throw new IllegalArgumentException("is no discovery document");
            }
            return address.toString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no discovery document", e);
        }
    }

    /** Returns a part of {@code server.xml} that gives the variables in it these values. */
    String configuration() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("traffic.authorization", authorization);
        variables.put("traffic.token", token);
        variables.put("traffic.keys", keys);
        variables.put("traffic.issuer", issuer);
        variables.put("traffic.authentication", clientAuthentication);
        StringBuilder xml = new StringBuilder("<server>\n");
        variables.forEach((name, value) -> xml.append("  <variable name=\"")
                .append(name)
                .append("\" value=\"")
                .append(value.replace("&", "&amp;").replace("'", "&apos;"))
                .append("\"/>\n"));
        return xml.append("</server>\n").toString();
    }
}
