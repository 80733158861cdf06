package ghtraffic.web.protection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginFilterTest {

    private static final String OWN = "https://traffic.example.com";
    private static final String PASSED = "passed";
    private static final String REFUSED = "refused with 403";

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE"})
    void readingIsFree(String method) throws Exception {
        assertThat(outcome(method, Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example")))
                .isEqualTo(PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST"})
    void aFormIsAChangeHoweverItIsSent(String method) throws Exception {
        String state = "jakarta.faces.ViewState";
        assertThat(outcome(method, Map.of(state, "stateless", "Sec-Fetch-Site", "cross-site")))
                .isEqualTo(REFUSED);
        assertThat(outcome(method, Map.of(state, "stateless", "Sec-Fetch-Site", "none")))
                .isEqualTo(REFUSED);
        assertThat(outcome(method, Map.of(state, "stateless"))).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "get", "PROPFIND"})
    void aChangeThatSaysNothingOfItsOriginIsRefused(String method) throws Exception {
        assertThat(outcome(method, Map.of())).isEqualTo(REFUSED);
    }

    @Test
    void aChangeFromAnOwnPagePasses() throws Exception {
        assertThat(outcome("POST", Map.of("Sec-Fetch-Site", "same-origin"))).isEqualTo(PASSED);
        assertThat(outcome("POST", Map.of("Origin", OWN))).isEqualTo(PASSED);
        assertThat(outcome("POST", Map.of("Origin", "HTTPS://Traffic.Example.COM")))
                .isEqualTo(PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "", "SAME-ORIGIN"})
    void whatTheBrowserSaysOfTheSiteCountsBeforeTheOrigin(String site) throws Exception {
        assertThat(outcome("POST", Map.of("Sec-Fetch-Site", site, "Origin", OWN)))
                .isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "http://traffic.example.com",
                "https://traffic.example.com:8443",
                "https://traffic.example.com.evil.example",
                "https://evil.example/https://traffic.example.com",
                "https://evil.traffic.example.com"
            })
    void anOriginThatOnlyResemblesOursIsRefused(String origin) throws Exception {
        assertThat(outcome("POST", Map.of("Origin", origin))).isEqualTo(REFUSED);
    }

    @Test
    void callsWithABearerTokenAreFree() throws Exception {
        assertThat(outcome("DELETE", Map.of("Authorization", "Bearer abc", "Sec-Fetch-Site", "cross-site")))
                .isEqualTo(PASSED);
        assertThat(outcome("DELETE", Map.of("Authorization", "bearer abc", "Sec-Fetch-Site", "cross-site")))
                .isEqualTo(PASSED);
        assertThat(outcome("DELETE", Map.of("Authorization", "Basic abc"))).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "/collectStats, passed",
        "/api/v1/events/collect, passed",
        "/api/v1/events/collect/, refused",
        "/api/v1/collections, refused",
        "/collectStats/../repository, refused"
    })
    void timersOutsideNeedNoOriginWhereASecretLetsThemIn(String address, String expected) throws Exception {
        assertThat(outcome(filter(), "POST", Map.of("address", address))).startsWith(expected);
    }

    private static String outcome(String method, Map<String, String> headers) throws Exception {
        return outcome(filter(), method, headers);
    }

    private static SameOriginFilter filter() throws ReflectiveOperationException {
        SameOriginFilter filter = new SameOriginFilter();
        Field ownAddress = SameOriginFilter.class.getDeclaredField("ownAddress");
        ownAddress.setAccessible(true);
        ownAddress.set(filter, " " + OWN + "/ ");
        return filter;
    }

    private static String outcome(SameOriginFilter filter, String method, Map<String, String> headers)
            throws IOException, ServletException {
        List<String> outcome = new ArrayList<>();
        HttpServletRequest request = proxy(HttpServletRequest.class, (name, argument) -> switch (name) {
            case "getMethod" -> method;
            case "getRemoteAddr" -> "192.0.2.1";
            case "getRequestURI" -> headers.getOrDefault("address", "/repository");
            default -> headers.get(String.valueOf(argument));
        });
        HttpServletResponse response = proxy(HttpServletResponse.class, (name, argument) -> {
            outcome.add("refused with " + argument);
            return null;
        });
        FilterChain chain = (passedRequest, passedResponse) -> outcome.add(PASSED);
        filter.doFilter(request, response, chain);
        assertThat(outcome).as("either passed or refused, and once").hasSize(1);
        return outcome.get(0);
    }

    /** What a method answers, by its name and first argument. */
    private interface Answering {
        @org.jspecify.annotations.Nullable
        Object answer(String method, @org.jspecify.annotations.Nullable Object argument);
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        answering.answer(method.getName(), arguments == null ? null : arguments[0])));
    }
}
