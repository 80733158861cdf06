package ghtraffic.web;

import ghtraffic.identity.AuthenticationCache;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Empties Liberty's cache of users before Liberty lets in whom the provider has sent. For a subject in its cache it would keep the
 * ID token of an earlier sign-in, or none, instead of the one that has just come.
 */
@WebListener
public class ProviderReturn implements ServletRequestListener {

    @Inject
    private AuthenticationCache authenticationCache;

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request
                && request.getRequestURI().equals("/signed-in")
                && !ServerCookie.isIn(request)) {
            authenticationCache.clear();
        }
    }
}
