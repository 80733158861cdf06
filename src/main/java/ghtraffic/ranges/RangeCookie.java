package ghtraffic.ranges;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The cookie that stores for a year which range a user chose last. */
final class RangeCookie {

    static final String NAME = "range";

    private static final int YEAR_IN_SECONDS = 31_536_000;

    static final Map<String, Object> ATTRIBUTES =
            Map.of("path", "/", "secure", true, "httpOnly", true, "maxAge", YEAR_IN_SECONDS, "SameSite", "Lax");

    private RangeCookie() {}

    /** Returns the parameters that the cookie stores; none when it is absent or unreadable. */
    static Map<String, String> read(Map<String, Object> cookies) {
        return cookies.get(NAME) instanceof Cookie cookie
                ? Arrays.stream(String.valueOf(cookie.getValue()).split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> one))
                : Map.of();
    }
}
