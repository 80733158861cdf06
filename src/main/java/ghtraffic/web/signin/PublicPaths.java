package ghtraffic.web.signin;

import ghtraffic.identity.github.GitHubLogin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The paths that are open to callers who are not signed in. All others are closed. */
final class PublicPaths {

    private static final Set<String> FOR_ALL = Set.of(
            "/sign-in",
            GitHubSignInServlet.PATH,
            GitHubLogin.RETURN_PATH,
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

    /**
     * Returns the path as the container has decoded and normalized it, so that dots and escapes cannot bypass the
     * check.
     */
    static String of(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }

    /** Returns whether the path has the same content for everyone. */
    static boolean needNobody(String path) {
        return path.startsWith("/assets/") || path.startsWith("/webjars/") || FOR_ALL.contains(path);
    }

    /** Returns whether the resource checks access itself and has an answer for callers who are not signed in. */
    static boolean askThemselves(String path) {
        return path.startsWith("/api/") || path.startsWith("/data/") || FOR_ALL_WHO_COME.contains(path);
    }
}
