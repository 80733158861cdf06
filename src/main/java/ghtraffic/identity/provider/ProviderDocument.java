package ghtraffic.identity.provider;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What the application uses of a provider's metadata (OpenID Connect Discovery 1.0, section 3).
 *
 * @param issuer the {@code iss} of its tokens
 * @param keys the address of its public keys, {@code jwks_uri}
 * @param endSession the address for signing out (RP-Initiated Logout 1.0); null if the provider has none
 */
record ProviderDocument(String issuer, URI keys, @Nullable String endSession) {

    /**
     * Reads a discovery document.
     *
     * @throws IOException if it is not one
     */
    static ProviderDocument parse(byte[] json) throws IOException {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            JsonObject fields = reader.readObject();
            return new ProviderDocument(
                    fields.getString("issuer"),
                    new URI(fields.getString("jwks_uri")),
                    fields.getString("end_session_endpoint", null));
        } catch (JsonException | NullPointerException | ClassCastException | URISyntaxException e) {
            throw new IOException("its discovery document has no issuer or no address of keys", e);
        }
    }
}
