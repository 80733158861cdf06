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

/** A file format for daily traffic. Formats are recognized by the column names in the first line of a file. */
enum ImportFormat {
    /** The export format of this application. Each line has the name of its repository. */
    NATIVE(
            List.of("RID", "ORGNAME", "REPONAME", "PARTIAL"),
            List.of("TDATE", "VIEWCOUNT", "VUNIQUES", "CLONECOUNT", "CUNIQUES")),
    /** The export format of the Python application. Each line has the id of its repository. */
    SEED(List.of("RID"), List.of("TDATE", "VIEWCOUNT", "VUNIQUES", "CLONECOUNT", "CUNIQUES")),
    /** The file that github-repo-stats stores for one repository. The file does not name the repository. */
    GITHUB_REPO_STATS(
            List.of(), List.of("time_iso8601", "views_total", "views_unique", "clones_total", "clones_unique")),
    /** Any file whose columns tell by their names what they are, see {@link ColumnNames}. */
    COLUMNS(List.of(), List.of());

    private final List<String> series;
    private final Set<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    ImportFormat(List<String> about, List<String> series) {
        this.series = series;
        columns.addAll(about);
        columns.addAll(series);
    }

    /**
     * Reads the name of a format.
     *
     * @return empty if the name is null or empty; then the first line of the file decides
     * @throws IllegalArgumentException if there is no such format, with a message for users
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

    /** Returns the format that has exactly these columns, in any order and ignoring case. */
    static Optional<ImportFormat> recognise(List<String> header) {
        return Stream.of(values()).filter(format -> format.has(header)).findFirst();
    }

    /** Returns whether the format has exactly these columns, in any order and ignoring case. */
    boolean has(List<String> header) {
        return this != COLUMNS && header.size() == columns.size() && columns.containsAll(header) && distinct(header);
    }

    private static boolean distinct(List<String> header) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        return names.addAll(header) && names.size() == header.size();
    }

    /**
     * Returns the columns of the day, the views, the unique visitors, the clones and the unique cloners, in this
     * order; none where each file has its own.
     */
    List<String> series() {
        return series;
    }

    /** Returns the names of all columns, separated by commas. */
    String header() {
        return String.join(",", columns);
    }

    /** Returns whether empty cells for views or for clones mean that these were not collected on that day. */
    boolean leavesUnknownEmpty() {
        return this == NATIVE;
    }

    /** Returns whether an empty cell means zero, because GitHub reported no row for a day without traffic. */
    boolean leavesQuietEmpty() {
        return this == GITHUB_REPO_STATS || this == COLUMNS;
    }

    /** Returns whether the lines of this format do not name their repository. */
    boolean isSilentOnRepositories() {
        return this == GITHUB_REPO_STATS;
    }

    /** Returns the name of the format in the API. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
