package ghtraffic.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What is open to people who are not signed in. All else is not. */
final class PublicPaths {

    private static final Set<String> FOR_ALL = Set.of(
            "/sign-in",
            "/sign-in-failed",
            "/sign-out",
            "/signed-out",
            "/signed-out.xhtml",
            "/language",
            "/login",
            "/logout");

    /** The landing page, and the event of the Python application. */
    private static final Set<String> FOR_ALL_WHO_COME = Set.of("", "/", "/index.xhtml", "/collectStats");

    private PublicPaths() {}

    /** The path as the container has decoded and resolved it, which no dots or signs lead around. */
    static String of(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }

    /** What is the same for all, whoever they are. */
    static boolean needNobody(String path) {
        return path.startsWith("/assets/") || path.startsWith("/webjars/") || FOR_ALL.contains(path);
    }

    /** What asks by itself who comes, and has an answer for those who are not signed in. */
    static boolean askThemselves(String path) {
        return path.startsWith("/api/") || path.startsWith("/data/") || FOR_ALL_WHO_COME.contains(path);
    }
}
