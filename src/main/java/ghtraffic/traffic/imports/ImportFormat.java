package ghtraffic.traffic.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A kind of file with daily traffic, known by the columns that its first line names. */
enum ImportFormat {
    /** What this application exports: each line names its repository. */
    NATIVE(
            List.of("RID", "ORGNAME", "REPONAME", "PARTIAL"),
            List.of("TDATE", "VIEWCOUNT", "VUNIQUES", "CLONECOUNT", "CUNIQUES")),
    /** What the Python application exports: each line has its repository's id. */
    SEED(List.of("RID"), List.of("TDATE", "VIEWCOUNT", "VUNIQUES", "CLONECOUNT", "CUNIQUES")),
    /** What github-repo-stats keeps of one repository, which the file does not name. */
    GITHUB_REPO_STATS(
            List.of(), List.of("time_iso8601", "views_total", "views_unique", "clones_total", "clones_unique"));

    private final List<String> series;
    private final Set<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    ImportFormat(List<String> about, List<String> series) {
        this.series = series;
        columns.addAll(about);
        columns.addAll(series);
    }

    /**
     * Reads a format's name; none for an empty one, which leaves it to the file's first line.
     *
     * @throws IllegalArgumentException with a message for people
     */
    static Optional<ImportFormat> parse(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("format: must be one of "
                        + Arrays.stream(values()).map(ImportFormat::toString).collect(Collectors.joining(", ")))));
    }

    /** The format whose columns these are, in any order and without regard to case. */
    static Optional<ImportFormat> recognise(List<String> header) {
        return Stream.of(values()).filter(format -> format.has(header)).findFirst();
    }

    boolean has(List<String> header) {
        return header.size() == columns.size() && columns.containsAll(header) && distinct(header);
    }

    private static boolean distinct(List<String> header) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        return names.addAll(header) && names.size() == header.size();
    }

    /** The columns of the day, the views, the visitors, the clones and the cloners. */
    List<String> series() {
        return series;
    }

    /** All columns, separated by commas. */
    String header() {
        return String.join(",", columns);
    }

    /** Whether a kind without numbers was not collected on that day. */
    boolean leavesUnknownEmpty() {
        return this == NATIVE;
    }

    /** Whether an empty cell means that GitHub had no row of that day, which is a quiet day. */
    boolean leavesQuietEmpty() {
        return this == GITHUB_REPO_STATS;
    }

    /** Whether its lines do not say which repository they are about. */
    boolean isSilentOnRepositories() {
        return this == GITHUB_REPO_STATS;
    }

    /** The name in the API. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
