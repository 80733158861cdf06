package ghtraffic.web.protection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The browser policy of our pages: they load and call nothing but this application, and nobody may frame them. */
@ApplicationScoped
public class PagePolicy {

    @Inject
    @ConfigProperty(name = "APPID_OAUTH_SERVER_URL")
    private URI provider;

    @Inject
    @ConfigProperty(name = "traffic.openid", defaultValue = "true")
    private boolean openId;

    /** Sets the headers of the policy. */
    public void apply(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", contentSecurityPolicy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** An OpenID provider is an allowed form target, because the sign-out form redirects there. */
    private String contentSecurityPolicy() {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                + " form-action 'self'"
                + (openId ? " " + provider.getScheme() + "://" + provider.getAuthority() : "")
                + "; base-uri 'none'; frame-ancestors 'none'";
    }
}
