package ghtraffic.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leads to the first page that needs a signed-in user, and so to the provider; says so when that does not answer. */
@WebServlet("/sign-in")
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    static final String NO_PROVIDER = "The identity provider does not answer.";

    @Inject
    private ProviderMetadata provider;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (provider.isReachable()) {
            // No address made of the request's headers, and none of its parameters: nobody is led elsewhere.
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "/overview");
        } else {
            response.sendError(503, NO_PROVIDER);
        }
    }
}
