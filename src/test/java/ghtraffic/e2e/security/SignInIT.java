package ghtraffic.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.HttpHeader;
import com.microsoft.playwright.options.RequestOptions;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in and out: what is asked of the provider, where one comes out, and what happens when the provider changes. */
class SignInIT {

    private static final String ELSEWHERE = "https://elsewhere.example/";

    private static World world;

    @BeforeAll
    static void start() {
        world = WorldBuilder.anew().world();
    }

    @Test
    void theProviderIsAskedWithStateNonceAndAChallenge() {
        HttpResponse<String> response = world.api("admin@example.com").anonymous("/signed-in");
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(Api.header(response, "location"))
                .startsWith(world.sandbox().issuer() + "/authorize?")
                .contains("response_type=code", "code_challenge_method=S256")
                .containsPattern("[?&]code_challenge=[\\w-]{43}(&|$)")
                .containsPattern("[?&]state=[^&]{20,}")
                .containsPattern("[?&]nonce=[^&]{20,}");
    }

    @Test
    void onePageIsAskedForAndThatPageIsReached() {
        try (Visitor visitor = world.visitor()) {
            visitor.open("/collections?page=1&of=%C3%A4");
            visitor.enter("admin@example.com");
            visitor.page().waitForURL(world.sandbox().url() + "/**");
            assertThat(visitor.page().url()).endsWith("/collections?page=1&of=%C3%A4");
            assertThat(visitor.heading()).isEqualTo("Collections");
        }
    }

    @Test
    void nobodyIsLedElsewhereByASignIn() {
        Api api = world.api("admin@example.com");
        for (String path : List.of("/sign-in?redirect_uri=" + ELSEWHERE, "/sign-in?WASReqURL=" + ELSEWHERE)) {
            assertThat(Api.header(api.anonymous(path), "location")).as(path).isEqualTo("/signed-in");
        }
        HttpResponse<String> slashes = api.anonymous("//elsewhere.example/overview");
        assertThat(slashes.statusCode()).as("two slashes").isEqualTo(400);
        for (String planted :
                List.of(ELSEWHERE, "//elsewhere.example/", world.sandbox().url() + ".elsewhere.example/")) {
            try (Visitor visitor = world.visitor()) {
                visitor.open("/overview");
                plant(visitor, planted);
                visitor.enter("admin@example.com");
                visitor.page().waitForURL(world.sandbox().url() + "/**");
                assertThat(visitor.hosts()).as(planted).noneMatch(host -> host.contains("elsewhere"));
            }
        }
    }

    /** Puts another address where the server keeps the page that was asked for. */
    private static void plant(Visitor visitor, String address) {
        List<Cookie> kept = visitor.page().context().cookies().stream()
                .filter(cookie -> cookie.name.startsWith("WASReqURL"))
                // The provider is of the same make and on the same host, and keeps its own.
                .filter(cookie -> URLDecoder.decode(cookie.value, StandardCharsets.UTF_8)
                        .startsWith(world.sandbox().url()))
                .toList();
        assertThat(kept).isNotEmpty();
        for (Cookie cookie : kept) {
            cookie.value = address;
            visitor.page().context().addCookies(List.of(cookie));
        }
        Cookie asked = new Cookie(
                        "AskedPage", Base64.getUrlEncoder().encodeToString(address.getBytes(StandardCharsets.UTF_8)))
                .setUrl(world.sandbox().url() + "/signed-in");
        visitor.page().context().addCookies(List.of(asked));
    }

    /** nginx refuses an answer with more than 4,096 bytes of headers, as long as nobody changes its settings. */
    @Test
    void theHeadersOfASignInFitIntoTheBufferOfAProxy() {
        try (Visitor visitor = world.visitor()) {
            List<Response> answers = new ArrayList<>();
            visitor.page().onResponse(answers::add);
            visitor.open("/collections?page=2");
            visitor.enter("admin@example.com");
            visitor.page().waitForURL(world.sandbox().url() + "/collections?page=2");
            Map<String, Integer> bytes = answers.stream()
                    .filter(answer -> answer.url().startsWith(world.sandbox().url()))
                    .collect(Collectors.toMap(Response::url, answer -> bytes(answer.headersArray()), Math::max));
            assertThat(bytes.keySet()).anyMatch(url -> url.endsWith("/signed-in"));
            assertThat(bytes.values()).allMatch(size -> size < 4_000, bytes.toString());
        }
    }

    @Test
    void theWayBackFromTheProviderLeadsWhoeverIsSignedInToTheOverview() {
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("admin@example.com");
            visitor.open("/ibm/api/social-login/redirect/oidc");
            assertThat(visitor.heading()).isEqualTo("Overview");
        }
    }

    @Test
    void theProviderLearnsWhoSignsOutUnlessThatTakesALongAddress() {
        assertThat(signOutAddress("viewer@example.com")).contains("&id_token_hint=ey");
        assertThat(signOutAddress("admin@example.com"))
                .contains("client_id=", "post_logout_redirect_uri=")
                .doesNotContain("id_token_hint");
    }

    private static String signOutAddress(String email) {
        try (Visitor visitor = world.visitor()) {
            List<Response> answers = new ArrayList<>();
            visitor.page().onResponse(answers::add);
            visitor.signIn(email);
            visitor.press("Sign out");
            assertThat(visitor.heading()).isEqualTo("You are signed out");
            return answers.stream()
                    .filter(answer -> answer.url().endsWith("/sign-out"))
                    .map(answer -> String.valueOf(answer.headerValue("location")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int bytes(List<HttpHeader> headers) {
        return headers.stream()
                .mapToInt(header -> header.name.length() + header.value.length() + ": \r\n".length())
                .sum();
    }

    @Test
    void whoeverKeptTheCookiesOfABrowserIsOutWhenItSignsOut() {
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("admin@example.com");
            String cookies = cookies(visitor);
            assertThat(with(cookies, "/overview").statusCode()).isEqualTo(200);
            assertThat(with(cookies, "/api/v1/me").statusCode()).isEqualTo(200);
            visitor.press("Sign out");
            assertThat(Api.header(with(cookies, "/overview"), "location")).isEqualTo("/sign-in");
            assertThat(with(cookies, "/api/v1/me").statusCode()).isEqualTo(401);
            assertThat(with(cookies, "/").body()).contains("Sign in");
            assertThat(Api.header(with(cookies, "/signed-in"), "location")).isEqualTo("/sign-in");
        }
    }

    @Test
    void theServersCookieAloneOpensNothing() {
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("admin@example.com");
            String cookies = cookies(visitor).replaceAll("__Host-Session=[^;]*", "__Host-Session=guessed");
            assertThat(Api.header(with(cookies, "/profile"), "location")).isEqualTo("/sign-in");
            assertThat(with(cookies, "/api/v1/repositories").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void oneSeesWhereOneIsSignedInAndSignsAnotherBrowserOut() {
        try (Visitor here = world.visitor();
                Visitor there = world.visitor()) {
            there.signIn("admin@example.com");
            here.signIn("admin@example.com");
            here.open("/profile");
            assertThat(here.text()).contains("this one", "Chrome on Linux", "Signed in with pwd");
            Look.at(here, "sessions");
            here.page().getByText("Sign out Chrome on Linux").first().click();
            assertThat(Api.header(with(cookies(there), "/overview"), "location"))
                    .as("asked first")
                    .isNull();
            here.press("Sign it out");
            assertThat(here.text()).contains("That browser is signed out");
            String cookies = cookies(there);
            assertThat(Api.header(with(cookies, "/overview"), "location")).isEqualTo("/sign-in");
            // The provider still knows him, and so he comes in again with another session, at the page he asked for.
            there.open("/collections");
            assertThat(there.page().url()).endsWith("/collections");
            assertThat(here.complaints()).isEmpty();
        }
    }

    @Test
    void whoIsSignedInWithAnotherBrowserIsAskedOnceByTheProvider() {
        try (Visitor there = world.visitor();
                Visitor here = world.visitor()) {
            there.signIn("admin@example.com");
            here.open("/sign-in");
            there.open("/collections");
            List<String> asked = new ArrayList<>();
            here.page().onRequest(request -> asked.add(request.url()));
            here.enter("admin@example.com");
            here.page().waitForURL(world.sandbox().url() + "/**");
            assertThat(here.heading()).isEqualTo("Overview");
            assertThat(asked).filteredOn(url -> url.endsWith("/sign-in")).isEmpty();
        }
    }

    @Test
    void aSignInDrawsAnotherSessionAndEndsTheOneBefore() {
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("admin@example.com");
            String before = cookies(visitor);
            visitor.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("LtpaToken2"));
            visitor.goToSignIn();
            assertThat(visitor.heading()).isEqualTo("Overview");
            assertThat(Api.header(with(before, "/overview"), "location")).isEqualTo("/sign-in");
        }
    }

    private static String cookies(Visitor visitor) {
        return visitor.page().context().cookies(world.sandbox().url()).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    private static HttpResponse<String> with(String cookies, String path) {
        return world.api("admin@example.com")
                .raw(HttpRequest.newBuilder(URI.create(world.sandbox().url() + path))
                        .header("Cookie", cookies));
    }

    @Test
    void nobodyIsLedElsewhereByASignOut() {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(world.sandbox().url() + "/sign-out?post_logout_redirect_uri=" + ELSEWHERE
                                + "&logoutExitPage=" + ELSEWHERE))
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Forwarded-Host", "elsewhere.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logoutExitPage=" + ELSEWHERE));
        HttpResponse<String> response = world.api("admin@example.com").raw(request);
        assertThat(response.statusCode()).isEqualTo(303);
        String location =
                URLDecoder.decode(Objects.requireNonNull(Api.header(response, "location")), StandardCharsets.UTF_8);
        assertThat(location)
                .startsWith(world.sandbox().issuer() + "/")
                .contains("post_logout_redirect_uri=" + world.sandbox().url() + "/signed-out")
                .doesNotContain("elsewhere");
    }

    @Test
    void aTokenWithoutAnAddressWorksForWhoHasSignedInOnce() {
        Api silent = world.api("silent@example.com");
        HttpResponse<String> unknown = silent.get("/api/v1/me");
        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(unknown.body()).contains("Sign in with a browser once");
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("silent@example.com");
        }
        assertThat(silent.get("/api/v1/me").body()).contains("silent@example.com");
    }

    @Test
    void afterTheProviderHasDrawnAnotherKeyTokensAndSignInWorkAtOnce() throws Exception {
        Api before = world.api("admin@example.com");
        assertThat(before.get("/api/v1/me").statusCode()).isEqualTo(200);
        world.sandbox().provider().stop();
        assertThat(before.get("/api/v1/me").statusCode()).as("provider down").isEqualTo(200);
        world.sandbox().provider().startAgain();
        Api after = world.api("admin@example.com");
        assertThat(after.keyId()).isNotEqualTo(before.keyId());
        assertThat(after.get("/api/v1/me").statusCode()).isEqualTo(200);
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("admin@example.com");
            assertThat(visitor.heading()).isEqualTo("Overview");
        }
    }

    @Test
    void whoComesBackWhenTheProviderHasJustDiedIsToldSoAndComesInLater() throws Exception {
        try (Visitor visitor = world.visitor()) {
            visitor.goToSignIn();
            String wayBack = wayBackFromTheProvider(visitor);
            world.sandbox().provider().stop();
            visitor.page().navigate(wayBack);
            assertThat(visitor.heading()).isEqualTo("The identity provider does not answer");
        } finally {
            world.sandbox().provider().startAgain();
        }
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("admin@example.com");
            assertThat(visitor.heading()).isEqualTo("Overview");
        }
    }

    @Test
    void aProviderThatHangsKeepsNobodyElseWaiting() {
        Api api = world.api("admin@example.com");
        ExecutorService browsers = Executors.newCachedThreadPool();
        world.sandbox().provider().suspend();
        try {
            await("the end of the provider's last answer")
                    .until(() -> api.anonymous("/sign-in").statusCode() == 503);
            List<CompletableFuture<HttpResponse<String>>> signIns = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> api.anonymous("/sign-in"), browsers))
                    .limit(20)
                    .toList();
            for (int i = 0; i < 10; i++) {
                assertThat(api.anonymous("/health/live").statusCode()).isEqualTo(200);
            }
            assertThat(signIns).as("still waiting for the provider").anyMatch(signIn -> !signIn.isDone());
            assertThat(signIns).allSatisfy(signIn -> {
                assertThat(signIn.join().statusCode()).isEqualTo(503);
                assertThat(signIn.join().body()).contains("The identity provider does not answer");
            });
        } finally {
            world.sandbox().provider().resume();
            browsers.shutdown();
        }
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("admin@example.com");
            assertThat(visitor.heading()).isEqualTo("Overview");
        }
    }

    @Test
    void whomTheProviderDoesNotLetInIsToldSo() {
        try (Visitor visitor = world.visitor()) {
            visitor.goToSignIn();
            visitor.page().navigate(wayBackFromTheProvider(visitor).replaceAll("code=[^&]*", "error=access_denied"));
            assertThat(visitor.heading()).isEqualTo("Signing in did not work");
            Look.at(visitor, "sign-in-failed");
            visitor.page().getByText("Sign in again").click();
            visitor.page().waitForURL(world.sandbox().url() + "/overview");
        }
    }

    @Test
    void aCodeThatTheProviderDoesNotKnowLetsNobodyIn() {
        try (Visitor visitor = world.visitor()) {
            visitor.goToSignIn();
            visitor.page().navigate(wayBackFromTheProvider(visitor).replaceAll("code=[^&]*", "code=guessed"));
            assertThat(visitor.heading()).isEqualTo("Signing in did not work");
        }
    }

    /** Signs in at the provider, and gives the address that it would send the browser to. */
    private static String wayBackFromTheProvider(Visitor visitor) {
        APIRequestContext http = visitor.page().request();
        String location = location(http.post(
                (String) visitor.page().locator("form").first().evaluate("form => form.action"),
                RequestOptions.create()
                        .setForm(FormData.create()
                                .set("j_username", "admin@example.com")
                                .set("j_password", "sandbox"))
                        .setMaxRedirects(0)));
        while (!location.startsWith(world.sandbox().url())) {
            location = location(http.get(location, RequestOptions.create().setMaxRedirects(0)));
        }
        return location;
    }

    private static String location(APIResponse response) {
        return Objects.requireNonNull(response.headers().get("location"), response::url);
    }
}
