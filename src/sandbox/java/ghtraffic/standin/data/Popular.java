package ghtraffic.standin.data;

import ghtraffic.standin.http.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** Calculates the ten referrers and the ten pages with the most views. */
public final class Popular {

    private static final int SHOWN = 10;

    private static final List<String> SITES = List.of(
            "Google",
            "github.com",
            "news.ycombinator.com",
            "DuckDuckGo",
            "Bing",
            "stackoverflow.com",
            "t.co",
            "reddit.com",
            "linkedin.com",
            "docs.acme.example",
            "Baidu",
            "dev.to",
            "com.slack");

    /** The paths below the repository and their titles; %s is the repository. */
    private static final List<Page> PAGES = List.of(
            new Page("", "GitHub - %s"),
            new Page("/releases", "Releases · %s"),
            new Page("/issues", "Issues · %s"),
            new Page("/blob/main/README.md", "%s/README.md at main"),
            new Page("/pulls", "Pull requests · %s"),
            new Page("/tree/main/src", "%s/src at main"),
            new Page("/blob/main/docs/%C3%9Cbersicht.md", "%s/docs/Übersicht.md at main"),
            new Page("/actions", "Actions · %s"),
            new Page("/issues/42", "A <strange> title & more · Issue #42 · %s"),
            new Page("/commits/main", "Commits · %s"),
            new Page("/graphs/contributors", "Contributors to %s"),
            new Page("/wiki", ""),
            new Page("/network/dependents", "Network Dependents · %s"));

    private record Page(String path, String title) {}

    private Popular() {}

    public static List<Map<String, @Nullable Object>> referrers(Repository repository, Instant now) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        views(repository, now)
                .forEach(visit -> visit.referrer(SITES.size())
                        .ifPresent(site -> tallies.computeIfAbsent(SITES.get(site), key -> new Tally())
                                .add(visit.visitor(), visit.count())));
        return top(tallies).stream()
                .map(entry -> json(Json.object("referrer", entry.getKey()), entry.getValue()))
                .toList();
    }

    public static List<Map<String, @Nullable Object>> paths(Repository repository, Instant now) {
        Map<Page, Tally> tallies = new LinkedHashMap<>();
        views(repository, now).forEach(visit -> {
            for (int look = 0; look < visit.count(); look++) {
                Page page = PAGES.get(visit.page(look, PAGES.size()));
                tallies.computeIfAbsent(page, key -> new Tally()).add(visit.visitor(), 1);
            }
        });
        return top(tallies).stream()
                .map(entry -> json(described(repository, entry.getKey()), entry.getValue()))
                .toList();
    }

    private static List<Visit> views(Repository repository, Instant now) {
        return Window.ofWholeDays(now)
                .hours(repository)
                .boxed()
                .flatMap(hour -> Visit.during(repository, TrafficKind.VIEWS, hour).stream())
                .toList();
    }

    private static <K> List<Entry<K, Tally>> top(Map<K, Tally> tallies) {
        Comparator<Entry<K, Tally>> byCount =
                Comparator.comparing(entry -> entry.getValue().count());
        return tallies.entrySet().stream()
                .sorted(byCount.reversed())
                .limit(SHOWN)
                .toList();
    }

    private static Map<String, @Nullable Object> described(Repository repository, Page page) {
        return Json.object(
                "path",
                "/" + repository.fullName() + page.path(),
                "title",
                page.title().replace("%s", repository.fullName()));
    }

    private static Map<String, @Nullable Object> json(Map<String, @Nullable Object> described, Tally tally) {
        described.put("count", tally.count());
        described.put("uniques", tally.uniques());
        return described;
    }
}
