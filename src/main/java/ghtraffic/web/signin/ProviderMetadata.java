package ghtraffic.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLConnection;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the metadata of the identity provider (OpenID Connect Discovery 1.0). */
@ApplicationScoped
class ProviderMetadata {

    private static final int TIMEOUT_MILLIS = 5_000;

    @Inject
    @ConfigProperty(name = "APPID_OAUTH_SERVER_URL")
    private String issuer;

    /** Returns whether the provider answers. */
    boolean isReachable() {
        return metadata().isPresent();
    }

    /** Returns the address for signing out at the provider; empty if the provider has none or cannot be reached. */
    Optional<String> endSessionEndpoint() {
        return metadata().map(metadata -> metadata.getString("end_session_endpoint", null));
    }

    private Optional<JsonObject> metadata() {
        try {
            URLConnection connection = URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try (InputStream in = connection.getInputStream();
                    JsonReader reader = Json.createReader(in)) {
                return Optional.of(reader.readObject());
            }
        } catch (IOException | JsonException | IllegalArgumentException e) {
            System.getLogger(ProviderMetadata.class.getName())
                    .log(Level.WARNING, "The identity provider does not answer: {0}", e.toString());
            return Optional.empty();
        }
    }
}
