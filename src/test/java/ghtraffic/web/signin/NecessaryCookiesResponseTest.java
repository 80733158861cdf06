package ghtraffic.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NecessaryCookiesResponseTest {

    private static final String WAY_BACK = "https://traffic.example.com/signed-in";

    private final List<Cookie> sent = new ArrayList<>();
    private final NecessaryCookiesResponse response = new NecessaryCookiesResponse(
            stub(HttpServletRequest.class, Map.of("getCookies", new Cookie[] {new Cookie("Known", "x")})),
            stub(HttpServletResponse.class, Map.of()),
            WAY_BACK);

    private <T> T stub(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("addCookie")) {
                        sent.add((Cookie) arguments[0]);
                    }
                    return answers.get(method.getName());
                }));
    }

    private void add(String name, String value, int maxAge) {
        Cookie cookie = new Cookie(name, value);
        cookie.setMaxAge(maxAge);
        response.addCookie(cookie);
    }

    @Test
    void theWayBackNeverNamesAnotherHost() {
        add("WASReqURLOidcn123", "https://elsewhere.example/signed-in", 420);
        assertThat(sent).extracting(Cookie::getValue).containsExactly(WAY_BACK);
    }

    @Test
    void onlyCookiesThatTheBrowserHasAreRemoved() {
        add("Known", "", 0);
        add("Unknown", "", 0);
        add("WASReqURLOidcn123", "", 0);
        assertThat(sent).extracting(Cookie::getName).containsExactly("Known");
    }
}
