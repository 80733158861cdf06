package ghtraffic.github.model;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads GitHub's answers as its OpenAPI description defines them. All methods throw a RuntimeException on anything
 * else.
 */
public final class GitHubJson {

    private GitHubJson() {}

    /** Reads a repository, alone or in a list. */
    public static GitHubRepository repository(JsonObject json) {
        JsonObject owner = json.getJsonObject("owner");
        return new GitHubRepository(
                json.getJsonNumber("id").longValueExact(),
                owner.getString("login"),
                owner.getString("type"),
                json.getString("name"),
                StrictJson.instant(json, "created_at"),
                facts(json));
    }

    /**
     * Reads a repository from the list of a GitHub App's installation. The permissions in that list are those of a
     * user; the app's own permissions come with its token.
     *
     * @param readable whether the token may read traffic, null if that is unknown
     */
    public static GitHubRepository installed(JsonObject json, @Nullable Boolean readable) {
        GitHubRepository found = repository(json);
        return new GitHubRepository(
                found.id(),
                found.owner(),
                found.ownerType(),
                found.name(),
                found.createdAt(),
                found.facts().with(readable));
    }

    private static RepositoryMetadata facts(JsonObject json) {
        JsonArray topics = json.getJsonArray("topics");
        return new RepositoryMetadata(
                StrictJson.text(json, "description"),
                topics == null
                        ? List.of()
                        : topics.getValuesAs(JsonString.class).stream()
                                .map(JsonString::getString)
                                .toList(),
                StrictJson.text(json, "language"),
                StrictJson.flag(json, "fork"),
                StrictJson.flag(json, "archived"),
                StrictJson.flag(json, "private"),
                StrictJson.count(json, "stargazers_count"),
                StrictJson.count(json, "forks_count"),
                json.containsKey("subscribers_count") ? StrictJson.count(json, "subscribers_count") : null,
                StrictJson.count(json, "open_issues_count"),
                trafficReadable(json.getJsonObject("permissions")));
    }

    private static @Nullable Boolean trafficReadable(@Nullable JsonObject permissions) {
        return permissions == null
                ? null
                : StrictJson.flag(permissions, "push") || StrictJson.flag(permissions, "admin");
    }

    /** Reads the answer to a call for views or clones. */
    public static TrafficWindow window(JsonObject json, TrafficKind kind) {
        List<DailyCount> rows = json.getJsonArray(kind.path()).getValuesAs(JsonObject.class).stream()
                .map(GitHubJson::day)
                .sorted(Comparator.comparing(DailyCount::day))
                .toList();
        return new TrafficWindow(StrictJson.count(json, "count"), StrictJson.count(json, "uniques"), rows);
    }

    private static DailyCount day(JsonObject json) {
        return new DailyCount(
                StrictJson.instant(json, "timestamp").atOffset(ZoneOffset.UTC).toLocalDate(),
                StrictJson.count(json, "count"),
                StrictJson.count(json, "uniques"));
    }

    /** Reads a row of the top referrers. */
    public static ReferrerCount referrer(JsonObject json) {
        return new ReferrerCount(
                json.getString("referrer"), StrictJson.count(json, "count"), StrictJson.count(json, "uniques"));
    }

    /** Reads a row of the top pages. Some pages have no title. */
    public static PathCount path(JsonObject json) {
        String title = StrictJson.text(json, "title");
        return new PathCount(
                json.getString("path"),
                title == null ? "" : title,
                StrictJson.count(json, "count"),
                StrictJson.count(json, "uniques"));
    }

    /**
     * Reads a release.
     *
     * @param items reads its files, and leaves out those that cannot be read
     * @return null for a draft, because nobody can download it yet
     */
    public static @Nullable Release release(JsonObject json, ItemReader items) {
        if (StrictJson.flag(json, "draft") || StrictJson.text(json, "published_at") == null) {
            return null;
        }
        return new Release(
                json.getJsonNumber("id").longValueExact(),
                json.getString("tag_name"),
                StrictJson.text(json, "name"),
                StrictJson.instant(json, "published_at"),
                items.read(json.getJsonArray("assets"), GitHubJson::asset));
    }

    private static Release.Asset asset(JsonObject json) {
        JsonNumber downloads = json.getJsonNumber("download_count");
        return new Release.Asset(
                json.getJsonNumber("id").longValueExact(), json.getString("name"), downloads.longValueExact());
    }
}
