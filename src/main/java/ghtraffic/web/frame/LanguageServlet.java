package ghtraffic.web.frame;

import ghtraffic.messages.Language;
import ghtraffic.web.signin.Cookies;
import ghtraffic.web.signin.ReturnAddress;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Stores the chosen language in a cookie for one year and redirects to the page where the user chose it. */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final int YEAR_IN_SECONDS = 31_536_000;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Language.of(request.getParameter("language"))
                .ifPresent(chosen ->
                        response.addCookie(Cookies.lasting(Language.COOKIE, chosen.toLanguageTag(), YEAR_IN_SECONDS)));
        String page = request.getParameter("page");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                page == null
                        ? "/"
                        : ReturnAddress.of(page, null).map(ReturnAddress::path).orElse("/"));
    }
}
