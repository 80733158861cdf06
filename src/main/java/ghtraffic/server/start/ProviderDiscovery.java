package ghtraffic.server.start;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Turns the discovery document of the identity provider (OpenID Connect Discovery 1.0) into settings. */
final class ProviderDiscovery {

    private static final String DOCUMENT = "/.well-known/openid-configuration";
    private static final String BASIC = "client_secret_basic";
    private static final String POST = "client_secret_post";
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int LONGEST_DOCUMENT = 100_000;

    private ProviderDiscovery() {}

    /**
     * Reads the document. Trusts the authorities of the Java runtime and, as the server does, the certificates in its key
     * store.
     *
     * @param given the settings by name
     * @return settings that follow from it; none if the provider does not answer within a few seconds
     */
    static Map<String, String> read(String provider, Map<String, String> given) {
        try {
            return settings(get(provider + DOCUMENT, null));
        } catch (SSLException e) {
            return readTrusting(provider, given);
        } catch (IOException | IllegalArgumentException e) {
            return Map.of();
        }
    }

    private static Map<String, String> readTrusting(String provider, Map<String, String> given) {
        Path file = Path.of(given.getOrDefault("KEYSTORE_FILE", "resources/security/key.p12"));
        try {
            char[] password = given.getOrDefault("KEYSTORE_PASSWORD", "").toCharArray();
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            try (InputStream in = Files.newInputStream(file)) {
                KeyStore keys = KeyStore.getInstance("PKCS12");
                keys.load(in, password);
                trust.init(keys);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return settings(get(provider + DOCUMENT, context.getSocketFactory()));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return Map.of();
        }
    }

    private static String get(String address, @Nullable SSLSocketFactory factory) throws IOException {
        HttpsURLConnection connection =
                (HttpsURLConnection) URI.create(address).toURL().openConnection();
        if (factory != null) {
            connection.setSSLSocketFactory(factory);
        }
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readNBytes(LONGEST_DOCUMENT), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }

    /**
     * Returns the issuer, the address of its keys, and how the application authenticates at the token endpoint:
     * {@code client_secret_basic}, or {@code client_secret_post} where the document offers only that.
     *
     * @throws IllegalArgumentException if the document is no JSON object
     */
    static Map<String, String> settings(String document) {
        if (!(Json.parse(document) instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("The discovery document is no JSON object");
        }
        Map<String, String> settings = new HashMap<>();
        if (fields.get("issuer") instanceof String issuer) {
            settings.put("APPID_ISSUER", issuer);
        }
        if (fields.get("jwks_uri") instanceof String keys) {
            settings.put("APPID_JWKS_URI", keys);
        }
        List<?> methods =
                fields.get("token_endpoint_auth_methods_supported") instanceof List<?> list ? list : List.of();
        settings.put("APPID_CLIENT_AUTHENTICATION", methods.contains(POST) && !methods.contains(BASIC) ? POST : BASIC);
        settings.values().removeIf(String::isBlank);
        return settings;
    }
}
