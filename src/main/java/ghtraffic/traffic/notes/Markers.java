package ghtraffic.traffic.notes;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.Viewer;
import ghtraffic.ranges.DateRange;
import ghtraffic.traffic.releases.ReleaseHistory;
import ghtraffic.traffic.releases.ReleaseItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the releases and notes that a chart marks. Callers check first that the viewer may see the repository. */
@ApplicationScoped
class Markers {

    @Inject
    private ReleaseHistory releases;

    @Inject
    private Notes notes;

    /** Returns the markers of the range, oldest first: all releases, and the notes that the viewer may see. */
    public List<Marker> of(Viewer viewer, TrackedRepository repository, DateRange range) {
        return Stream.concat(
                        releases.published(repository.id(), range).stream().map(release -> marker(repository, release)),
                        notes.of(viewer, repository.id(), range).stream().map(Markers::marker))
                .sorted(Comparator.comparing(Marker::day))
                .toList();
    }

    private static Marker marker(Note note) {
        return new Marker(note.day(), "note", note.text(), null, note.link());
    }

    private static Marker marker(TrackedRepository repository, ReleaseItem release) {
        String tag = URLEncoder.encode(release.tag(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Marker(
                LocalDate.ofInstant(release.publishedAt(), ZoneOffset.UTC),
                "release",
                release.tag(),
                release.tag().equals(release.name()) ? null : release.name(),
                repository.url() + "/releases/tag/" + tag);
    }
}
