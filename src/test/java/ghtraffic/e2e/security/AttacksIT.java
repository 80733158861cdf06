package ghtraffic.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import ghtraffic.standin.faults.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the running server, by name. Others are tried where their subject is: addresses in HardeningIT and SignInIT. */
class AttacksIT {

    private static final String HTML = "<img src=x onerror=alert(1)>'\"&";

    private static World world;
    private static Api admin;

    @BeforeAll
    static void startSandbox() {
        world = WorldBuilder.anew().track("widgets").world();
        admin = world.api("admin@example.com");
    }

    @Test
    void forgedTokens() throws JOSEException {
        JWTClaimsSet claims = claims(
                "admin@example.com", world.sandbox().issuer(), world.sandbox().clientId());
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).build();
        RSASSASigner otherKey = new RSASSASigner(new RSAKeyGenerator(2048).generate());
        SignedJWT byAnotherKey = new SignedJWT(header, claims);
        byAnotherKey.sign(otherKey);
        SignedJWT bySecret = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        bySecret.sign(new MACSigner((world.sandbox().clientSecret() + "0".repeat(32)).substring(0, 32)));
        String real = admin.token();
        String[] parts = real.split("\\.");
        String payload = new String(java.util.Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("admin@", "other@").getBytes(StandardCharsets.UTF_8));
        for (String forged : List.of(
                new PlainJWT(claims).serialize(),
                byAnotherKey.serialize(),
                bySecret.serialize(),
                parts[0] + "." + other + "." + parts[2],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1],
                real.substring(0, real.length() - 6) + "AAAAAA",
                "eyJ",
                "eyJhbGciOiJub25lIn0..",
                "eyJ" + "A".repeat(7_000))) {
            HttpResponse<String> response = bearer(forged);
            assertThat(response.statusCode()).as(forged).isEqualTo(401);
            assertThat(response.body()).doesNotContain("admin@example.com");
        }
        assertThat(bearer(real).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = bearer(byAnotherKey.serialize());
        assertThat(refused.headers().allValues("www-authenticate"))
                .containsExactly(
                        "Bearer error=\"invalid_token\", error_description=\"The signature does not fit a key of the"
                                + " identity provider\"");
        assertThat(refused.body()).contains("The signature of the bearer token does not fit");
    }

    private static JWTClaimsSet claims(String subject, String issuer, String audience) {
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(issuer)
                .audience(audience)
                .claim("email", subject)
                .expirationTime(new Date(4_000_000_000_000L))
                .build();
    }

    private static HttpResponse<String> bearer(String token) {
        return admin.raw(HttpRequest.newBuilder(URI.create(world.sandbox().url() + "/api/v1/me"))
                .header("Authorization", "Bearer " + token));
    }

    @Test
    void pathsThatLeadAroundTheSignIn() throws IOException {
        Path pages = Path.of(System.getProperty("project.directory", "")).resolve("src/main/webapp");
        try (Stream<Path> files = Files.list(pages)) {
            List<String> closed = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .map(name -> name.replace(".xhtml", ""))
                    .filter(name -> !name.equals("index") && !name.equals("signed-out"))
                    .toList();
            assertThat(closed).contains("overview", "problem");
            for (String page : closed) {
                assertThat(Api.header(admin.anonymous("/" + page + ".xhtml"), "location"))
                        .as(page)
                        .isEqualTo("/sign-in");
                for (String prefix : List.of(
                        "/",
                        "//",
                        "/assets/../",
                        "/assets/%2e%2e/",
                        "/assets/..%2f",
                        "/assets;/../",
                        "/api/..;/",
                        "/api/%2e%2e/",
                        "/signed-out/../",
                        "/;/",
                        "/%61ssets/../")) {
                    for (String path :
                            List.of(prefix + page, prefix + page + ".xhtml", prefix + page + ";x=/assets/")) {
                        assertThat(admin.anonymous(path).statusCode()).as(path).isNotEqualTo(200);
                    }
                }
            }
        }
    }

    @Test
    void sessionFixation() {
        try (Visitor victim = world.visitor();
                Visitor attacker = world.visitor()) {
            attacker.open("/");
            List<Cookie> planted = attacker.page().context().cookies();
            victim.page().context().addCookies(planted);
            victim.signIn("admin@example.com");
            attacker.open("/overview");
            assertThat(attacker.page().url()).doesNotEndWith("/overview");
            assertThat(attacker.page().content()).doesNotContain("acme/widgets");
        }
    }

    @Test
    void formsSentFromAnotherSite() {
        try (Visitor ada = world.signedIn("admin@example.com")) {
            for (Map<String, String> headers : List.of(
                    Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"),
                    Map.of("Origin", "https://evil.example"),
                    Map.of("Origin", "null"),
                    Map.of("Sec-Fetch-Site", "same-site"),
                    Map.<String, String>of())) {
                for (String page : List.of("/users", "/tenants", "/user?id=100", "/tenant?tenant=100", "/profile")) {
                    RequestOptions options = RequestOptions.create()
                            .setForm(FormData.create()
                                    .set("jakarta.faces.ViewState", "stateless")
                                    .set("invite_SUBMIT", "1")
                                    .set("invite:email", "mallory@example.com")
                                    .set("invite:add", "Invite"));
                    headers.forEach(options::setHeader);
                    APIResponse response =
                            ada.page().request().post(world.sandbox().url() + page, options);
                    assertThat(response.status()).as(page + " " + headers).isEqualTo(403);
                }
            }
            assertThat(admin.get("/api/v1/users?q=mallory").body()).contains("\"total\":0");
        }
    }

    @Test
    void aSetUpCodeThatIsSentAgain() {
        try (Visitor vera = world.signedIn("viewer@example.com")) {
            vera.open("/set-up");
            assertThat(vera.page().url()).doesNotContain("set-up");
            assertThat(world.api("viewer@example.com").get("/api/v1/me").body()).contains("\"roles\":[]");
        }
    }

    @Test
    void htmlInEveryName() {
        String json = HTML.replace("\"", "\\\"");
        String tenant = id(admin.post("/api/v1/tenants", "{\"name\":\"" + json + "\",\"gitHubUser\":\"x\"}"));
        String user = id(admin.post("/api/v1/users", "{\"email\":\"h@example.com\",\"name\":\"" + json + "\"}"));
        admin.post("/api/v1/grants", "{\"user\":" + user + ",\"tenant\":" + tenant + ",\"role\":\"tenant\"}");
        admin.post("/api/v1/grants", "{\"user\":100,\"tenant\":" + tenant + ",\"role\":\"tenant\"}");
        admin.post("/api/v1/tokens", "{\"name\":\"" + json + "\"}");
        String query = URLEncoder.encode(HTML, StandardCharsets.UTF_8);
        try (Visitor ada = world.signedIn("admin@example.com")) {
            for (String page : List.of(
                    "/users",
                    "/users?q=" + query,
                    "/user?id=" + user,
                    "/tenants",
                    "/tenant?tenant=" + tenant,
                    "/audit?q=" + query,
                    "/profile",
                    "/repositories",
                    "/discover?tenant=" + tenant,
                    "/discover?tenant=100&saved=" + query,
                    "/overview?q=" + query,
                    "/overview?period=" + query + "&compare=" + query + "&interval=" + query,
                    "/overview?from=" + query + "&to=" + query + "&sort=" + query,
                    "/" + query)) {
                ada.open(page);
                assertThat(ada.page().locator("img[src=x]").count()).as(page).isZero();
            }
            ada.open("/tenant?tenant=" + tenant);
            assertThat(ada.heading()).isEqualTo(HTML);
            assertThat(ada.complaints()).filteredOn(one -> !one.contains("404")).isEmpty();
        } finally {
            admin.delete("/api/v1/tenants/" + tenant);
            admin.delete("/api/v1/users/" + user);
        }
    }

    /** Of a page that was viewed, of the site that led there, of a release. */
    @Test
    void markupAndScriptsFromGitHub() {
        String id = admin.track("gadgets");
        world.sandbox().gitHub().fail(Failure.of(Failure.Kind.HOSTILE_TEXT).below("/repos/acme/gadgets"));
        try (Visitor ada = world.signedIn("admin@example.com")) {
            admin.collect();
            for (String page : List.of("/repository?id=" + id, "/overview", "/search?q=gadgets", "/repositories")) {
                ada.open(page);
                ada.page().waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(ada.page().locator("img[src=x]").count()).as(page).isZero();
                assertThat(ada.page().locator("a[href^='javascript']").count())
                        .as(page)
                        .isZero();
            }
            ada.open("/repository?id=" + id);
            assertThat(ada.text()).contains("=\"><img src=x onerror=alert(1)>");
            assertThat(ada.complaints()).isEmpty();
        } finally {
            world.sandbox().gitHub().recover();
            admin.delete("/api/v1/repositories/" + id + "?history=delete");
        }
    }

    private static String id(HttpResponse<String> made) {
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return String.valueOf(Api.json(made).get("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or '1'='1", "%", "_%", "\"; drop table repos; --", "\\", "*", "?1", "a'||'b"})
    void sqlInSearches(String text) {
        String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
        for (String list : List.of("repositories", "users", "audit")) {
            HttpResponse<String> response = admin.get("/api/v1/" + list + "?q=" + query);
            assertThat(response.statusCode()).as(list + " " + response.body()).isEqualTo(200);
            assertThat(response.body()).as(list).contains("\"total\":0");
        }
    }

    @Test
    void lineBreaksForHeadersAndLogs() {
        for (String text : List.of("a\\r\\nSet-Cookie: x=y", "a\\nb", "\\u0000")) {
            assertThat(admin.post("/api/v1/tenants", "{\"name\":\"" + text + "\",\"gitHubUser\":\"x\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(admin.post("/api/v1/tokens", "{\"name\":\"" + text + "\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(admin.post("/api/v1/users", "{\"email\":\"a@example.com" + text + "\"}")
                            .statusCode())
                    .isEqualTo(400);
        }
        HttpResponse<String> response = admin.get("/api/v1/users?page=1&q=a%0d%0aSet-Cookie:%20x=y");
        assertThat(response.headers().firstValue("set-cookie").orElse("")).doesNotContain("x=y");
    }

    @Test
    void lookAlikeAddresses() {
        for (String alike : List.of("viewer@ex\u0430mple.com", "v\u0131ewer@example.com", "viewer@example.com.evil")) {
            String user = id(admin.post("/api/v1/users", "{\"email\":\"" + alike + "\"}"));
            admin.post("/api/v1/grants", "{\"user\":" + user + ",\"tenant\":100,\"role\":\"tenant\"}");
            assertThat(world.api("viewer@example.com")
                            .get("/api/v1/repositories")
                            .body())
                    .contains("\"total\":0");
            admin.delete("/api/v1/users/" + user);
        }
    }

    @Test
    void bodiesWithoutEnd() {
        String text = "{\"email\":\"" + "x".repeat(1_000_000) + "\"}";
        assertThat(admin.post("/api/v1/users", text).statusCode()).isEqualTo(413);
        HttpResponse<String> untold = admin.post(
                "/api/v1/users",
                "application/json",
                HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        assertThat(untold.statusCode()).as(untold.body()).isIn(400, 413);
        assertThat(admin.get("/api/v1/users").body()).doesNotContain("xxxx");
    }

    /** Not one of a thousand malformed requests makes the server fail, or answer the API's caller with a page. */
    @Test
    void aThousandMalformedRequests() {
        Random random = new Random(1_000);
        List<String> calls = calls();
        for (int i = 0; i < 1_000; i++) {
            String[] call = calls.get(random.nextInt(calls.size())).split(" ");
            String path = call[1].replaceAll("\\{[a-z]+}", one(random, IDS)) + one(random, QUERIES);
            String body = one(random, BODIES);
            HttpRequest.Builder request;
            try {
                request = HttpRequest.newBuilder(URI.create(world.sandbox().url() + path));
            } catch (IllegalArgumentException e) {
                throw new AssertionError(path, e);
            }
            HttpResponse<String> response = admin.with(request.header("Content-Type", one(random, TYPES))
                    .header("Accept", one(random, ACCEPTED))
                    .header("If-None-Match", one(random, List.of("*", "\"", "W/\"x\"", "\"a\", \"b\"")))
                    .method(call[0], HttpRequest.BodyPublishers.ofString(body)));
            String what = call[0] + " " + path + " " + body.substring(0, Math.min(80, body.length())) + " -> "
                    + response.statusCode() + " " + response.body();
            assertThat(response.statusCode()).as(what).isLessThan(500);
            assertThat(response.body().stripLeading()).as(what).doesNotStartWith("<");
            assertThat(String.valueOf(Api.header(response, "content-type")))
                    .as(what)
                    .doesNotContain("html");
        }
        assertThat(admin.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    /** The server refuses these before it looks for an application, so the answer is its own. */
    @ParameterizedTest
    @ValueSource(strings = {"%00", "%zz", "%0d%0aX-Planted:%20x", "%"})
    void addressesThatCannotBeDecodedAreRefusedAsTheClientReads(String id) throws IOException {
        URI here = URI.create(world.sandbox().url());
        try (Socket socket =
                world.sandbox().sslContext().getSocketFactory().createSocket(here.getHost(), here.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET /api/v1/repositories/" + id + " HTTP/1.1\r\nHost: " + here.getAuthority()
                                    + "\r\nAccept: application/json\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("content-type: application/json")
                    .doesNotContain("<H1>", "\nX-Planted");
        }
    }

    private static List<String> calls() {
        Map<?, ?> paths = (Map<?, ?>) Objects.requireNonNull(
                Api.json(admin.anonymous("/openapi?format=JSON")).get("paths"));
        List<String> calls = new ArrayList<>();
        for (Object path : paths.keySet()) {
            String full = String.valueOf(path).startsWith("/api/v1") ? String.valueOf(path) : "/api/v1" + path;
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                calls.add(method + " " + full);
            }
        }
        return calls;
    }

    private static String one(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** None of them is the number of anything. */
    private static final List<String> IDS = List.of(
            "-1",
            "0",
            "999999",
            "2147483647",
            "2147483648",
            "-9999999999999999999",
            "abc",
            "1e3",
            "a%20b",
            "%F0%9F%98%80",
            "0x10",
            "1.5",
            "null",
            "A".repeat(3_000));

    private static final List<String> QUERIES = List.of(
            "",
            "?page=-1",
            "?page=2147483648",
            "?size=0",
            "?size=501",
            "?size=abc",
            "?from=2026-13-40",
            "?from=x&to=y",
            "?from=2026-02-01&to=2026-01-01",
            "?from=0001-01-01&to=9999-12-31",
            "?interval=year",
            "?on=now",
            "?on=-999999999-01-01",
            "?on=2026-01-01&from=2026-01-01",
            "?tenant=abc",
            "?tenant=-5",
            "?repository=x&repository=-1",
            "?sort=drop",
            "?format=%00",
            "?history=burn",
            "?q=" + "x".repeat(4_000),
            "?q=%F0%9F%98%80",
            "?q=%ff%fe",
            "?user=&tenant=&role=",
            "?user=1&tenant=1&role=king",
            "?&&&=%26");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{",
            "}",
            "0",
            "\"text\"",
            "{}",
            "[".repeat(5_000),
            "{\"a\":".repeat(5_000),
            "{\"owner\":1,\"name\":[]}",
            "{\"owner\":\"a\",\"name\":\"" + "n".repeat(100_000) + "\"}",
            "{\"email\":{}}",
            "{\"email\":\"x\",\"name\":\"\\u0000\"}",
            "{\"roles\":[\"king\"]}",
            "{\"roles\":[null]}",
            "{\"roles\":\"admin\"}",
            "{\"disabled\":\"maybe\"}",
            "{\"scopes\":[\"all\"],\"name\":\"x\"}",
            "{\"name\":\"x\",\"days\":99999999999999999999}",
            "{\"name\":\"x\",\"days\":-1}",
            "{\"user\":1e400,\"tenant\":true,\"role\":null}",
            "{\"user\":-1,\"tenant\":-1,\"role\":\"tenant\"}",
            "{\"rules\":[null]}",
            "{\"rules\":\"*\"}",
            "{\"rules\":[\"!!!\"]}",
            "{\"schedule\":5}",
            "{\"token\":\"\\ud800\"}",
            "{\"token\":5}",
            "{\"appId\":\"\",\"installation\":\"x\",\"privateKey\":{}}",
            "{\"repository\":\"x\"}",
            "{\"repository\":2147483648}",
            "\u0000\u0001",
            "<xml/>",
            "a,b\n1,2",
            "RID,TDATE,VIEWCOUNT\n1,x,-1",
            "{\"name\":\"http://127.0.0.1/\"}",
            "{\"name\":\"\\ud83d\\ude00\"}");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=x",
            "text/csv",
            "text/html",
            "multipart/form-data",
            "x",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=",
            "application/xml");

    private static final List<String> ACCEPTED =
            List.of("*/*", "application/json", "text/html", "image/png", "x", "text/csv", "application/json;q=abc");
}
