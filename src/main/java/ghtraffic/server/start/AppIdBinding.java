package ghtraffic.server.start;

import java.util.List;
import java.util.Map;

/**
 * Reads the settings of the identity provider from a bound IBM App ID, in the old and the new spelling of the
 * credentials.
 */
final class AppIdBinding {

    private static final List<String> LABELS = List.of("appid", "advancedmobileaccess");
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private AppIdBinding() {}

    /** Returns whether the service is an App ID, by its label or, for user-provided services, by its credentials. */
    static boolean isOne(ServiceBinding binding) {
        return binding.isLabelled(LABELS) || binding.optional("oauthServerUrl", "oauth_server_url") != null;
    }

    /**
     * Returns the settings that the binding supplies.
     *
     * @throws IllegalArgumentException if a credential is missing
     */
    static Map<String, String> settings(ServiceBinding binding) {
        return Map.of(
                "APPID_CLIENT_ID",
                binding.required("clientId", "client_id"),
                "APPID_SECRET",
                binding.required("secret", "clientSecret", "client_secret"),
                "APPID_OAUTH_SERVER_URL",
                address(binding));
    }

    private static String address(ServiceBinding binding) {
        String discovery = binding.optional("discoveryEndpoint", "discovery_endpoint");
        String server = binding.optional("oauthServerUrl", "oauth_server_url");
        if (server == null && discovery != null && discovery.endsWith(DISCOVERY)) {
            server = discovery.substring(0, discovery.length() - DISCOVERY.length());
        }
        if (server == null) {
            throw binding.lacking("oauthServerUrl / discoveryEndpoint");
        }
        return server.replaceAll("/+$", "");
    }
}
