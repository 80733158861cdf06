package ghtraffic.standin.appid;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The application that is registered at the stand-in for App ID.
 *
 * @param id the client id
 * @param secret the client secret
 * @param redirect the only address to which users may be sent back
 */
public record AppIdClient(String id, String secret, String redirect) {

    /** Returns whether this header authenticates the client with HTTP Basic authentication. */
    boolean isAuthenticatedBy(@Nullable String authorization) {
        return basic().equals(authorization);
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
    }

    /** Returns the id, not the secret. */
    @Override
    public String toString() {
        return id;
    }
}
