package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;
import ghtraffic.traffic.imports.ColumnNames.Meaning;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The first line of a file: the position of each column. */
final class ImportHeader {

    private final ImportFormat format;
    private final int size;
    private final Map<Meaning, Integer> places;
    private final List<String> names;

    private ImportHeader(ImportFormat format, List<String> names, Map<Meaning, Integer> places) {
        this.format = format;
        this.names = names;
        this.size = names.size();
        this.places = places;
    }

    /**
     * Reads the first line: the positions of the columns, and the format if it is not given.
     *
     * @param told the format, or null to recognize it from the columns
     * @throws InvalidLineException if the columns are those of another format or of no format
     */
    static ImportHeader read(CSVRecord line, @Nullable ImportFormat told) throws InvalidLineException {
        List<String> names = line.stream().map(String::strip).toList();
        ImportFormat format = told == null ? ImportFormat.recognise(names).orElse(ImportFormat.COLUMNS) : told;
        if (format != ImportFormat.COLUMNS) {
            if (!format.has(names)) {
                throw new InvalidLineException(Message.of(
                        "import.reason.otherColumns",
                        format.toString(),
                        format.header(),
                        CellParser.shown(String.join(",", names))));
            }
            return new ImportHeader(format, names, places(format, names));
        }
        return ColumnNames.read(names)
                .map(places -> new ImportHeader(ImportFormat.COLUMNS, names, places))
                .orElseThrow(() -> new InvalidLineException(Message.of(
                        "import.reason.unknownColumns",
                        CellParser.shown(String.join(",", names)),
                        Stream.of(ImportFormat.values())
                                .filter(known -> known != ImportFormat.COLUMNS)
                                .map(ImportFormat::header)
                                .collect(Collectors.joining("; ")))));
    }

    private static Map<Meaning, Integer> places(ImportFormat format, List<String> names) {
        Map<Meaning, Integer> places = new EnumMap<>(Meaning.class);
        List<Meaning> inOrder = List.of(Meaning.DAY, Meaning.VIEWS, Meaning.VISITORS, Meaning.CLONES, Meaning.CLONERS);
        for (int i = 0; i < inOrder.size(); i++) {
            places.put(inOrder.get(i), place(names, format.series().get(i)));
        }
        return places;
    }

    private static int place(List<String> names, String name) {
        for (int place = 0; place < names.size(); place++) {
            if (names.get(place).equalsIgnoreCase(name)) {
                return place;
            }
        }
        return -1;
    }

    ImportFormat format() {
        return format;
    }

    /**
     * Throws an exception if the line has more or fewer columns than the header. Where the columns tell themselves what they are, empty
     * ones at the end may be missing or too many.
     */
    void check(CSVRecord line) throws InvalidLineException {
        boolean fits = format == ImportFormat.COLUMNS
                ? line.size() >= needed() && line.stream().skip(size).allMatch(String::isBlank)
                : line.size() == size;
        if (!fits) {
            throw new InvalidLineException(Message.of("import.reason.columns", line.size(), size));
        }
    }

    private int needed() {
        return 1 + places.values().stream().max(Integer::compare).orElse(0);
    }

    /** Returns whether the file has a column of this meaning. */
    boolean has(Meaning meaning) {
        return places.containsKey(meaning);
    }

    /** Returns whether the lines of the file do not name their repository. */
    boolean isSilentOnRepositories() {
        return format == ImportFormat.COLUMNS ? !has(Meaning.REPOSITORY) : format.isSilentOnRepositories();
    }

    /** Returns the name of a column as the file writes it. */
    String name(Meaning meaning) {
        return names.get(places.getOrDefault(meaning, 0));
    }

    /** Returns the text of a cell without spaces around it; empty if the file has no such column. */
    String cell(CSVRecord line, Meaning meaning) {
        return cell(line, places.getOrDefault(meaning, -1));
    }

    /** Returns the text of a cell without spaces around it; empty if the file has no such column. */
    String cell(CSVRecord line, String column) {
        return cell(line, place(names, column));
    }

    private static String cell(CSVRecord line, int place) {
        return place < 0 ? "" : line.get(place).strip();
    }
}
