package ghtraffic.web.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.HashSet;
import java.util.Set;

/**
 * Drops cookies that a browser does not need: the removal of a cookie that it did not send, and repetitions. Liberty
 * adds many of both at the end of a sign-in, and proxies accept only a few thousand bytes of headers. The cookie in
 * which Liberty keeps the way back gets the address of this server, whatever host the request names.
 */
class NecessaryCookiesResponse extends HttpServletResponseWrapper {

    private static final String WAY_BACK = "WASReqURLOidc";

    private final HttpServletRequest request;
    private final String wayBack;
    private final Set<String> added = new HashSet<>();

    /**
     * Wraps a response.
     *
     * @param wayBack the address to which users return after the sign-in
     */
    NecessaryCookiesResponse(HttpServletRequest request, HttpServletResponse response, String wayBack) {
        super(response);
        this.request = request;
        this.wayBack = wayBack;
    }

    @Override
    public void addCookie(Cookie cookie) {
        boolean removal = cookie.getMaxAge() == 0;
        if (cookie.getName().startsWith(WAY_BACK) && !removal) {
            cookie.setValue(wayBack);
        }
        boolean needed = !removal || Cookies.value(request, cookie.getName()).isPresent();
        if (needed && added.add(cookie.getName() + " " + cookie.getPath() + " " + removal)) {
            super.addCookie(cookie);
        }
    }
}
