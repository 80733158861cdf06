package ghtraffic.web.errors;

import ghtraffic.web.protection.PagePolicy;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handles every error of the server: below {@code /api/} as a problem document (RFC 9457), elsewhere as a page. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** The page has a quarter of them. */
    private static final int MOST_BYTES = 32 * 1024;

    @Inject
    private PagePolicy headers;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (response.isCommitted()) {
            return;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null) {
            response.setStatus(404);
            request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 404);
        }
        ErrorReport report = report(request);
        String retryAfter = response.getHeader("Retry-After");
        response.reset();
        if (retryAfter != null) {
            response.setHeader("Retry-After", retryAfter);
        }
        if (request.getAttribute(ErrorKey.CHALLENGE) instanceof String challenge) {
            response.setHeader("WWW-Authenticate", challenge);
        }
        headers.apply(response);
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(report.status());
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/api/")) {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write(Json.createObjectBuilder()
                            .add("type", "about:blank")
                            .add("title", report.title().english())
                            .add("status", report.status())
                            .add("detail", report.english())
                            .build()
                            .toString());
        } else {
            request.setAttribute("report", report);
            request.getRequestDispatcher("/problem.xhtml").forward(request, new SmallPage(response));
        }
    }

    /** Liberty lets no servlet answer TRACE, not even with an error, that does not bring this method. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        service(request, response);
    }

    private static ErrorReport report(HttpServletRequest request) {
        @Nullable Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        int status = RefusalHandlerFactory.isRefusal(failure)
                ? 403
                : request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        String message = (String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        String reference = "";
        if (status >= 500 && !ErrorReport.isExpected(message)) {
            reference = UUID.randomUUID().toString();
            System.getLogger(ErrorServlet.class.getName())
                    .log(Level.ERROR, "Page failed, reference " + reference, failure);
        }
        return ErrorReport.of(status, message, failure, reference);
    }

    /** Keeps the buffer small. The one of other pages has 1 MB, and hundreds of errors at once would use up the memory. */
    private static final class SmallPage extends HttpServletResponseWrapper {

        SmallPage(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setBufferSize(int size) {
            super.setBufferSize(Math.min(size, MOST_BYTES));
        }
    }
}
