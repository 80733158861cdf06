package ghtraffic.traffic;

import ghtraffic.catalogue.TrackedRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What stands in the chart of a repository beside its numbers. Who may see the repository is decided before. */
@ApplicationScoped
public class Markers {

    @Inject
    private ReleaseHistory releases;

    /** The markers of the range, oldest first. */
    public List<Marker> of(TrackedRepository repository, Range range) {
        return releases.published(repository.id(), range).stream()
                .map(release -> marker(repository, release))
                .toList();
    }

    private static Marker marker(TrackedRepository repository, PublishedRelease release) {
        String tag = URLEncoder.encode(release.tag(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Marker(
                LocalDate.ofInstant(release.publishedAt(), ZoneOffset.UTC),
                "release",
                release.tag(),
                release.tag().equals(release.name()) ? null : release.name(),
                repository.url() + "/releases/tag/" + tag);
    }
}
