package ghtraffic.standin;

import static ghtraffic.standin.TestClient.NOW;
import static ghtraffic.standin.TestClient.array;
import static ghtraffic.standin.TestClient.header;
import static ghtraffic.standin.TestClient.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final TestClient asking = new TestClient();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void linksLeadThroughAllRepositoriesOfTheUser() {
        List<Object> all = followed("/user/repos?per_page=100");
        Set<Object> ids = new HashSet<>();
        all.forEach(repository -> ids.add(member(repository, "id")));

        assertEquals(1_011, all.size());
        assertEquals(1_011, ids.size());
        assertTrue(ids.containsAll(List.of(1001L, 1005L, 1010L, 2001L, 100_001L, 101_000L)));
        assertTrue(all.stream()
                .anyMatch(repository -> member(repository, "name").toString().length() == 100));
        assertFalse(all.toString().contains("subscribers_count"));
    }

    @Test
    void theMiddlePageHasLinksInBothDirections() {
        HttpResponse<String> page = asking.get("/orgs/acme/repos?type=all&per_page=10&page=2");

        String url = "<" + asking.gitHub.uri() + "/orgs/acme/repos?type=all&per_page=10&page=";
        assertEquals(
                url + "1>; rel=\"prev\", " + url + "3>; rel=\"next\", " + url + "101>; rel=\"last\", " + url
                        + "1>; rel=\"first\"",
                header(page, "link"));
        assertEquals(10, array(page).size());
    }

    @Test
    void pagesHaveThirtyEntriesUnlessToldAndAHundredAtMost() {
        assertEquals(30, array(asking.get("/orgs/acme/repos")).size());
        assertEquals(100, array(asking.get("/orgs/acme/repos?per_page=500")).size());
        assertEquals(30, array(asking.get("/orgs/acme/repos?per_page=x&page=0")).size());
        assertEquals(0, array(asking.get("/orgs/acme/repos?page=999")).size());
    }

    @Test
    void aListThatFitsHasNoLinks() {
        HttpResponse<String> hello = asking.get("/users/Octo-Dev/repos");

        assertEquals("octo-dev/hello", member(array(hello).get(0), "full_name"));
        assertEquals("", header(hello, "link"));
    }

    @Test
    void downloadsOfReleasesOnlyGrow() {
        String releases = "/repos/acme/widgets/releases?per_page=100";
        List<Object> now = followed(releases);
        asking.gitHub.setNow(NOW.plus(Duration.ofDays(3)));
        List<Object> later = followed(releases);

        assertTrue(now.size() > 100, "more than one page");
        assertEquals(now.size(), later.size());
        for (int i = 0; i < now.size(); i++) {
            assertTrue(downloads(now.get(i)) <= downloads(later.get(i)));
        }
        assertTrue(downloads(now.get(0)) < downloads(later.get(0)), "the latest release is still fetched");
        assertEquals("[]", asking.get("/repos/acme/quiet/releases").body());
    }

    private static long downloads(Object release) {
        Object asset = ((List<?>) member(release, "assets")).get(0);
        return ((Number) member(asset, "download_count")).longValue();
    }

    private List<Object> followed(String path) {
        List<Object> all = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            HttpResponse<String> page = asking.get(next.get());
            all.addAll(array(page));
            next = Optional.of(NEXT.matcher(header(page, "link")))
                    .filter(Matcher::find)
                    .map(link -> link.group(1));
        }
        return all;
    }
}
