package ghtraffic.api;

import ghtraffic.identity.CurrentViewer;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Requires a signed-in caller. Resources marked {@link PermitAll} check access themselves. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SignInRequiredFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Inject
    private CurrentViewer viewer;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!viewer.isSignedIn() && !resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            request.abortWith(Response.status(401)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .entity(Problem.of(401, "Sign in, or send a bearer token"))
                    .type(Problem.TYPE)
                    .build());
        }
    }
}
