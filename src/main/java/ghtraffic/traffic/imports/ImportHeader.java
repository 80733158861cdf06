package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The first line of a file: the position of each column. */
final class ImportHeader {

    private final ImportFormat format;
    private final Map<String, Integer> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private ImportHeader(ImportFormat format, List<String> names) {
        this.format = format;
        for (int place = 0; place < names.size(); place++) {
            places.put(names.get(place), place);
        }
    }

    /**
     * Reads the first line: the positions of the columns, and the format if it is not given.
     *
     * @param told the format, or null to recognize it from the columns
     * @throws InvalidLineException if the columns are those of another format or of no format
     */
    static ImportHeader read(CSVRecord line, @Nullable ImportFormat told) throws InvalidLineException {
        List<String> names = line.stream().map(String::strip).toList();
        if (told != null) {
            if (!told.has(names)) {
                throw new InvalidLineException(Message.of(
                        "import.reason.otherColumns",
                        told.toString(),
                        told.header(),
                        CellParser.shown(String.join(",", names))));
            }
            return new ImportHeader(told, names);
        }
        return ImportFormat.recognise(names)
                .map(format -> new ImportHeader(format, names))
                .orElseThrow(() -> new InvalidLineException(Message.of(
                        "import.reason.unknownColumns",
                        CellParser.shown(String.join(",", names)),
                        Stream.of(ImportFormat.values())
                                .map(ImportFormat::header)
                                .collect(Collectors.joining("; ")))));
    }

    ImportFormat format() {
        return format;
    }

    /** Throws an exception if the line has more or fewer columns than the header. */
    void check(CSVRecord line) throws InvalidLineException {
        if (line.size() != places.size()) {
            throw new InvalidLineException(Message.of("import.reason.columns", line.size(), places.size()));
        }
    }

    /** Returns the text of a cell without spaces around it; empty if the format has no such column. */
    String cell(CSVRecord line, String column) {
        Integer place = places.get(column);
        return place == null ? "" : line.get(place).strip();
    }
}
