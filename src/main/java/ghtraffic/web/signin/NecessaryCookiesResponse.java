package ghtraffic.web.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.HashSet;
import java.util.Set;

/**
 * Drops cookies that a browser does not need: the removal of a cookie that it did not send, and repetitions. Liberty
 * adds many of both at the end of a sign-in, and proxies accept only a few thousand bytes of headers.
 */
class NecessaryCookiesResponse extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private final Set<String> added = new HashSet<>();

    NecessaryCookiesResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void addCookie(Cookie cookie) {
        boolean removal = cookie.getMaxAge() == 0;
        boolean needed = !removal || Cookies.value(request, cookie.getName()).isPresent();
        if (needed && added.add(cookie.getName() + " " + cookie.getPath() + " " + removal)) {
            super.addCookie(cookie);
        }
    }
}
