package ghtraffic.web.protection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What our pages may do: load and call nothing but ourselves, and be framed by nobody. */
@ApplicationScoped
public class PagePolicy {

    @Inject
    @ConfigProperty(name = "APPID_OAUTH_SERVER_URL")
    private URI provider;

    public void apply(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", contentSecurityPolicy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** The sign-out form leads on to the provider, which counts as where a form may go. */
    private String contentSecurityPolicy() {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                + " form-action 'self' " + provider.getScheme() + "://" + provider.getAuthority()
                + "; base-uri 'none'; frame-ancestors 'none'";
    }
}
