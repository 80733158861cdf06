package ghtraffic.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.model.PathCount;
import ghtraffic.github.model.ReferrerCount;
import ghtraffic.github.model.Release;
import ghtraffic.messages.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of GitHub that are too large for one answer, or hold what cannot be read. */
class GitHubListsTest {

    private static final GitHubRequest ACCESS = TestClient.access(new Credential("ghp_token"));
    private static final int FILES = 150;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private @Nullable HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void releasesThatAreTooLargeForOneAnswerArriveInSmallerOnes() throws IOException {
        List<Release> releases = releases(50, page -> false, 1_300);
        assertThat(releases).extracting(Release::id).isEqualTo(ids(50));
        assertThat(releases).allMatch(release -> release.assets().size() == FILES);
        assertThat(asked).as("8 MB are too much").contains("per_page=50").hasSizeLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void aPageThatGitHubCannotMakeIsAskedForInSmallerOnes(int status) throws IOException {
        assertThat(releases(117, size -> size > 10, 10, status))
                .extracting(Release::id)
                .isEqualTo(ids(117));
        assertThat(releases(117, size -> size > 2, 10, status))
                .extracting(Release::id)
                .isEqualTo(ids(117));
    }

    @Test
    void aPageThatFailsInEverySizeIsTold() throws IOException {
        Answer<List<Release>> answer =
                serve(117, size -> true, 10, 502).client().releases(ACCESS, "acme", "widgets");
        assertThat(answer).isInstanceOf(Answer.Unavailable.class);
        assertThat(asked).containsExactly("per_page=50", "per_page=10", "per_page=2");
    }

    @Test
    void anAnswerThatCameWasNotUnreachable() throws IOException {
        String huge = "{\"x\":\"" + "x".repeat(9 << 20) + "\"}";
        try (OddServer gitHub = OddServer.answering(200, Map.of(), huge)) {
            assertThat(TestClient.at(gitHub.uri()).client().repository(ACCESS, "acme", "widgets"))
                    .hasToString("Unavailable[reason=GitHub's answer cannot be used: it answered more than 8 MB]");
        }
    }

    @Test
    void anOddItemDoesNotLoseTheOthers() throws IOException {
        String paths = """
                [{"path":"/a","title":null,"count":3,"uniques":2},{"path":"/b","title":"B","count":2,"uniques":1},
                {"path":null,"title":"C","count":2,"uniques":1},{"path":"/d","title":"D","count":"2","uniques":1}]""";
        try (OddServer gitHub = OddServer.answering(200, Map.of("ETag", "\"1\""), paths)) {
            Answer.Fresh<List<PathCount>> answer =
                    fresh(TestClient.at(gitHub.uri()).client().paths(ACCESS, "acme", "widgets"));
            assertThat(answer.value()).containsExactly(new PathCount("/a", "", 3, 2), new PathCount("/b", "B", 2, 1));
            assertThat(lacking(answer)).isEqualTo("2 of 4 items of GitHub's list cannot be read and are left out");
            assertThat(answer.etag()).as("unchanged would say that it is whole").isNull();
        }
        String referrers =
                "[{\"referrer\":\"a\",\"count\":3,\"uniques\":2},{\"referrer\":null,\"count\":1,\"uniques\":1},7]";
        try (OddServer gitHub = OddServer.answering(200, Map.of(), referrers)) {
            Answer.Fresh<List<ReferrerCount>> answer =
                    fresh(TestClient.at(gitHub.uri()).client().referrers(ACCESS, "acme", "widgets"));
            assertThat(answer.value()).containsExactly(new ReferrerCount("a", 3, 2));
            assertThat(lacking(answer)).contains("2 of 3 items");
        }
    }

    @Test
    void anOddFileDoesNotLoseTheRelease() throws IOException {
        String release = """
                [{"id":1,"tag_name":"v1","name":null,"draft":false,"published_at":"2025-01-01T00:00:00Z","assets":[
                {"id":1,"name":"a.zip","download_count":5},{"id":2,"name":"b.zip","download_count":null}]}]""";
        try (OddServer gitHub = OddServer.answering(200, Map.of(), release)) {
            Answer.Fresh<List<Release>> answer =
                    fresh(TestClient.at(gitHub.uri()).client().releases(ACCESS, "acme", "widgets"));
            assertThat(answer.value().get(0).assets())
                    .extracting(Release.Asset::downloads)
                    .containsExactly(5L);
            assertThat(lacking(answer)).contains("1 of 3 items");
        }
    }

    @Test
    void organizationsThatWantTheTokenAuthorizedAreCounted() throws IOException {
        Map<String, String> headers = Map.of("X-GitHub-SSO", "partial-results; organizations=21955855,20582480");
        try (OddServer gitHub = OddServer.answering(200, headers, "[]")) {
            Answer.Fresh<List<GitHubRepository>> answer =
                    fresh(TestClient.at(gitHub.uri()).client().accessible(ACCESS));
            assertThat(lacking(answer)).startsWith("Items of 2 organizations are left out");
        }
    }

    private List<Release> releases(int count, IntPredicate fails, int nameLength) throws IOException {
        return releases(count, fails, nameLength, 502);
    }

    private List<Release> releases(int count, IntPredicate fails, int nameLength, int status) throws IOException {
        stop();
        return fresh(serve(count, fails, nameLength, status).client().releases(ACCESS, "acme", "widgets"))
                .value();
    }

    /** Serves releases as GitHub does, except that it answers {@code status} to some sizes of pages. */
    private TestClient serve(int count, IntPredicate fails, int nameLength, int status) throws IOException {
        asked.clear();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/", exchange -> answer(exchange, count, fails, nameLength, status));
        server.start();
        return TestClient.at(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), 30);
    }

    private void answer(HttpExchange exchange, int count, IntPredicate fails, int nameLength, int status)
            throws IOException {
        String query = exchange.getRequestURI().getQuery();
        asked.add(query);
        Map<String, Integer> parameters = Arrays.stream(query.split("&"))
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> Integer.parseInt(part[1])));
        int size = parameters.getOrDefault("per_page", 30);
        int page = parameters.getOrDefault("page", 1);
        if (fails.test(size)) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return;
        }
        if (page * size < count) {
            exchange.getResponseHeaders()
                    .set(
                            "Link",
                            "<http://127.0.0.1:%d/repos/acme/widgets/releases?per_page=%d&page=%d>; rel=\"next\""
                                    .formatted(exchange.getLocalAddress().getPort(), size, page + 1));
        }
        byte[] body = IntStream.rangeClosed((page - 1) * size + 1, Math.min(count, page * size))
                .mapToObj(id -> release(id, nameLength))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String release(int id, int nameLength) {
        String files = IntStream.range(0, FILES)
                .mapToObj(file -> "{\"id\":%d,\"name\":\"%s\",\"download_count\":%d}"
                        .formatted(id * FILES + file, "n".repeat(nameLength), file))
                .collect(Collectors.joining(","));
        return "{\"id\":%d,\"tag_name\":\"v%d\",\"name\":null,\"draft\":false,\"published_at\":\"2025-01-01T00:00:00Z\",\"assets\":[%s]}"
                .formatted(id, id, files);
    }

    private static List<Long> ids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Long::valueOf).toList();
    }

    private static <T> Answer.Fresh<T> fresh(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Fresh.class);
        return (Answer.Fresh<T>) answer;
    }

    private static @Nullable String lacking(Answer.Fresh<?> answer) {
        Message lacking = answer.lacking();
        return lacking == null ? null : lacking.english();
    }
}
