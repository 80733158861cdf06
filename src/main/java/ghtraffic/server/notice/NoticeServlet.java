package ghtraffic.server.notice;

import ghtraffic.messages.Language;
import ghtraffic.messages.Message;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Answers every address with 503 and the missing settings: as a problem document below {@code /api/}, as a page
 * elsewhere.
 */
@WebServlet(urlPatterns = "/*", loadOnStartup = 1)
public class NoticeServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final Map<String, String> LOOKS =
            Map.of("/assets/app.css", "text/css", "/assets/logo.svg", "image/svg+xml");

    @Inject
    private transient Language language;

    /** Writes the missing settings to the log once, at the start. */
    @Override
    public void init() {
        System.getLogger(NoticeServlet.class.getName())
                .log(
                        Level.ERROR,
                        "The application does not start: "
                                + Notice.ofThisStart().text()
                                + ". Every address answers 503 until it is put right and the server starts again. The README says what each"
                                + " setting is.");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        String path = request.getRequestURI();
        String looks = LOOKS.get(path);
        if (looks != null) {
            send(response, 200, looks, file(path));
        } else if (path.startsWith("/api/")) {
            send(response, 503, "application/problem+json", problem());
        } else {
            send(response, 503, "text/html", page());
        }
    }

    private static void send(HttpServletResponse response, int status, String type, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(body);
    }

    private static String problem() {
        return Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", Message.of("notice.title").english())
                .add("status", 503)
                .add(
                        "detail",
                        "The application does not run: " + Notice.ofThisStart().text() + ".")
                .build()
                .toString();
    }

    private String page() throws IOException {
        Locale chosen = language.getLocale();
        String page = file("/notice.html").replace("{language}", chosen.getLanguage());
        for (String text : List.of("title", "text", "help")) {
            page = page.replace("{" + text + "}", Message.of("notice." + text).in(chosen));
        }
        return page.replace("{needs}", Notice.ofThisStart().html(chosen));
    }

    private String file(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(getServletContext().getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
