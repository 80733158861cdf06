package ghtraffic.collection.workshop;

import ghtraffic.collection.health.Part;
import ghtraffic.github.model.DailyCount;
import ghtraffic.github.model.PathCount;
import ghtraffic.github.model.ReferrerCount;
import ghtraffic.github.model.TrafficWindow;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An HTTP answer of a {@link ScriptedGitHub}. */
public record ScriptedAnswer(int status, Map<String, String> headers, String body) {

    /** Stands for not answering at all. */
    public static final ScriptedAnswer SILENCE = new ScriptedAnswer(0, Map.of(), "silence");

    /** Stands for closing the connection without an answer. */
    public static final ScriptedAnswer HANGING_UP = new ScriptedAnswer(0, Map.of(), "hanging up");

    /** Returns a successful answer with a JSON body. */
    public static ScriptedAnswer ok(String body) {
        return new ScriptedAnswer(200, Map.of("Content-Type", "application/json"), body);
    }

    /** Returns an error answer with a message, in the JSON form that GitHub uses. */
    public static ScriptedAnswer refusal(int status, String message) {
        return new ScriptedAnswer(
                status,
                Map.of("Content-Type", "application/json"),
                Json.createObjectBuilder().add("message", message).build().toString());
    }

    /** Returns a copy with more headers. */
    public ScriptedAnswer with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new ScriptedAnswer(status, Map.copyOf(all), body);
    }

    public static ScriptedAnswer repository(long id, String fullName, Instant createdAt, int stars) {
        String[] names = fullName.split("/");
        return ok(Json.createObjectBuilder()
                .add("id", id)
                .add("name", names[1])
                .add("owner", Json.createObjectBuilder().add("login", names[0]).add("type", "User"))
                .add("created_at", createdAt.toString())
                .add("stargazers_count", stars)
                .add("forks_count", 3)
                .add("subscribers_count", 4)
                .add("open_issues_count", 5)
                .build()
                .toString());
    }

    /** Returns an answer with views or clones by day or week. */
    public static ScriptedAnswer window(Part part, TrafficWindow window) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (DailyCount row : window.days()) {
            rows.add(Json.createObjectBuilder()
                    .add("timestamp", row.day() + "T00:00:00Z")
                    .add("count", row.count())
                    .add("uniques", row.uniques()));
        }
        boolean views = part == Part.VIEWS || part == Part.WEEKLY_VIEWS;
        return ok(counted(window.count(), window.uniques())
                .add(views ? "views" : "clones", rows)
                .build()
                .toString());
    }

    public static ScriptedAnswer referrers(List<ReferrerCount> referrers) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        referrers.forEach(one -> rows.add(counted(one.count(), one.uniques()).add("referrer", one.referrer())));
        return ok(rows.build().toString());
    }

    public static ScriptedAnswer paths(List<PathCount> paths) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        paths.forEach(one -> rows.add(
                counted(one.count(), one.uniques()).add("path", one.path()).add("title", one.title())));
        return ok(rows.build().toString());
    }

    /** Returns an answer with one release that has one file. */
    public static ScriptedAnswer releases(long downloads) {
        JsonObjectBuilder asset =
                Json.createObjectBuilder().add("id", 71).add("name", "app.zip").add("download_count", downloads);
        return ok(Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("id", 7)
                        .add("tag_name", "v1")
                        .add("name", "One")
                        .add("published_at", "2020-01-01T00:00:00Z")
                        .add("assets", Json.createArrayBuilder().add(asset)))
                .build()
                .toString());
    }

    private static JsonObjectBuilder counted(int count, int uniques) {
        return Json.createObjectBuilder().add("count", count).add("uniques", uniques);
    }
}
