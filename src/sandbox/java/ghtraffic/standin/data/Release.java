package ghtraffic.standin.data;

import ghtraffic.standin.http.Call;
import ghtraffic.standin.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A release of a repository. Busy repositories have one every three weeks, small ones once a year. */
public record Release(Repository repository, int number, Instant published) {

    private static final double DAYS_OF_INTEREST = 60;

    /** Returns the releases published by this time, latest first. */
    public static List<Release> published(Repository repository, Instant now) {
        Duration every = switch (repository.activity()) {
            case BUSY -> Duration.ofDays(21);
            case STEADY -> Duration.ofDays(90);
            case SMALL -> Duration.ofDays(365);
            case QUIET -> Duration.ofDays(100_000);
        };
        long count = Math.max(0, Duration.between(repository.created(), now).dividedBy(every));
        return Stream.iterate((int) count, number -> number > 0, number -> number - 1)
                .map(number ->
                        new Release(repository, number, repository.created().plus(every.multipliedBy(number))))
                .toList();
    }

    public Map<String, @Nullable Object> json(Call call) {
        String url = call.base() + "/repos/" + repository.fullName() + "/releases/" + id();
        String page = call.site() + "/" + repository.fullName() + "/releases/";
        return Json.object(
                "id",
                id(),
                "node_id",
                NodeId.of("RE", id()),
                "tag_name",
                tag(),
                "target_commitish",
                "main",
                "name",
                isPreview() ? null : "Release 1." + number,
                "body",
                "",
                "draft",
                false,
                "prerelease",
                isPreview(),
                "created_at",
                published.toString(),
                "published_at",
                published.toString(),
                "author",
                SampleCatalog.OCTO_DEV.json(call),
                "url",
                url,
                "html_url",
                page + "tag/" + tag(),
                "assets_url",
                url + "/assets",
                "upload_url",
                url + "/assets{?name,label}",
                "tarball_url",
                call.base() + "/repos/" + repository.fullName() + "/tarball/" + tag(),
                "zipball_url",
                call.base() + "/repos/" + repository.fullName() + "/zipball/" + tag(),
                "assets",
                List.of(asset(call, 1, "jar"), asset(call, 2, "tar.gz")));
    }

    private Map<String, @Nullable Object> asset(Call call, int which, String ending) {
        long assetId = id() * 10 + which;
        String file = repository.name() + "-1." + number + "." + ending;
        String api = call.base() + "/repos/" + repository.fullName() + "/releases/assets/" + assetId;
        return Json.object(
                "id",
                assetId,
                "node_id",
                NodeId.of("RA", assetId),
                "name",
                file,
                "label",
                "",
                "state",
                "uploaded",
                "content_type",
                "application/octet-stream",
                "size",
                1_000_000 + number,
                "digest",
                null,
                "download_count",
                downloads(which, call.now()),
                "created_at",
                published.toString(),
                "updated_at",
                published.toString(),
                "uploader",
                SampleCatalog.OCTO_DEV.json(call),
                "url",
                api,
                "browser_download_url",
                call.site() + "/" + repository.fullName() + "/releases/download/" + tag() + "/" + file);
    }

    /** The total since publication: fast in the first weeks, then ever slower, never decreasing. */
    private long downloads(int which, Instant now) {
        double days = Duration.between(published, now).toHours() / 24.0;
        double inTheEnd = repository.activity().perDay(TrafficKind.CLONES) * 20 / which;
        return Math.round(inTheEnd * (1 - Math.exp(-days / DAYS_OF_INTEREST)));
    }

    /** One release in ten is a preview, without a title. */
    private boolean isPreview() {
        return number % 10 == 9;
    }

    private long id() {
        return repository.id() * 1_000 + number;
    }

    private String tag() {
        return "v1." + number;
    }
}
