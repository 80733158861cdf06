package ghtraffic.web.signin;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.SignInProviders;
import ghtraffic.identity.VerifiedToken;
import ghtraffic.identity.provider.ProviderTokens;
import ghtraffic.identity.provider.TokenFault;
import ghtraffic.identity.tokens.AccessTokens;
import ghtraffic.limits.AttemptLimiter;
import ghtraffic.limits.ClientAddress;
import ghtraffic.web.errors.ErrorKey;
import ghtraffic.web.errors.TooManyRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Checks bearer tokens: access tokens of this application, and JSON Web Tokens of the provider. */
@ApplicationScoped
class BearerTokens {

    private static final String BEARER = "Bearer ";

    /** How every JSON Web Token begins; {@code server.xml} leaves these to Liberty. */
    private static final String WEB_TOKEN = "eyJ";

    @Inject
    private AccessTokens tokens;

    @Inject
    private ProviderTokens provider;

    @Inject
    private SignInProviders providers;

    @Inject
    private AttemptLimiter attempts;

    @Inject
    private CurrentViewer viewer;

    /** Returns the token of the request; null if it has none. */
    static @Nullable String of(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }

    /** Returns whether the token counts for a path. Access tokens of this application are for the API only. */
    static boolean isFor(String token, String path) {
        return path.startsWith("/api/") || token.startsWith(WEB_TOKEN) && !PublicPaths.needNobody(path);
    }

    /**
     * Accepts the caller whose token the request has, or sends the response that refuses it.
     *
     * @return whether the caller was accepted
     */
    boolean accept(String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!token.startsWith(WEB_TOKEN) || !providers.hasOpenId()) {
            Optional<VerifiedToken> verified = tokens.verify(token);
            verified.ifPresent(viewer::actWith);
            if (verified.isEmpty()) {
                refuse(request, response, ErrorKey.BAD_TOKEN, "The token is unknown, revoked or expired");
            }
            return verified.isPresent();
        }
        try {
            Optional<TokenFault> fault = provider.verify(token);
            if (fault.isPresent()) {
                refuse(
                        request,
                        response,
                        ErrorKey.WEB_TOKEN + fault.get(),
                        fault.get().description());
                return false;
            }
        } catch (SSLException e) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, ErrorKey.UNTRUSTED_PROVIDER);
            return false;
        } catch (IOException e) {
            response.setHeader("Retry-After", "10");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, ErrorKey.NO_PROVIDER);
            return false;
        }
        return isWebToken(request) || authenticate(request, response);
    }

    /** Liberty did not know a new key of the provider when the request arrived, so it is asked again. */
    private boolean authenticate(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.authenticate(new BodylessResponse(response) {

            /** A cookie would outlive the token. */
            @Override
            public void addCookie(Cookie cookie) {}
        });
        if (isWebToken(request)) {
            return true;
        }
        // Without the database the server recognizes nobody. Then this fails, and the caller learns that.
        tokens.verify(String.valueOf(of(request)));
        refuse(request, response, ErrorKey.WEB_TOKEN + TokenFault.OTHER, TokenFault.OTHER.description());
        return false;
    }

    private static boolean isWebToken(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof JsonWebToken;
    }

    /**
     * Failures count for the caller's address. A valid token never gets here, so it is accepted even when the address
     * has to wait.
     */
    private void refuse(HttpServletRequest request, HttpServletResponse response, String message, String description)
            throws IOException {
        ClientAddress address = new ClientAddress(request.getRemoteAddr());
        Optional<Duration> pause = attempts.remainingWait(AttemptLimiter.Kind.BEARER_TOKEN, address);
        if (pause.isPresent()) {
            TooManyRequests.answer(response, pause.get());
            return;
        }
        attempts.failed(AttemptLimiter.Kind.BEARER_TOKEN, address, request.getMethod() + " " + request.getRequestURI());
        request.setAttribute(
                ErrorKey.CHALLENGE, "Bearer error=\"invalid_token\", error_description=\"" + description + "\"");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED, message);
    }
}
