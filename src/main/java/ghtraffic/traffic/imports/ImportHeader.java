package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The first line of a file: where each column stands. */
final class ImportHeader {

    private final ImportFormat format;
    private final Map<String, Integer> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private ImportHeader(ImportFormat format, List<String> names) {
        this.format = format;
        for (int place = 0; place < names.size(); place++) {
            places.put(names.get(place), place);
        }
    }

    /** Finds the format, unless it is told, and where its columns stand. */
    static ImportHeader read(CSVRecord line, @Nullable ImportFormat told) throws InvalidLineException {
        List<String> names = line.stream().map(String::strip).toList();
        if (told != null) {
            if (!told.has(names)) {
                throw new InvalidLineException(Message.inEnglish(
                        "said.import.otherColumns",
                        told.toString(),
                        told.header(),
                        CellParser.shown(String.join(",", names))));
            }
            return new ImportHeader(told, names);
        }
        return ImportFormat.recognise(names)
                .map(format -> new ImportHeader(format, names))
                .orElseThrow(() -> new InvalidLineException(Message.inEnglish(
                        "said.import.unknownColumns",
                        CellParser.shown(String.join(",", names)),
                        Stream.of(ImportFormat.values())
                                .map(ImportFormat::header)
                                .collect(Collectors.joining("; ")))));
    }

    ImportFormat format() {
        return format;
    }

    /** Refuses a line that has more or fewer columns. */
    void check(CSVRecord line) throws InvalidLineException {
        if (line.size() != places.size()) {
            throw new InvalidLineException(Message.inEnglish("said.import.columns", line.size(), places.size()));
        }
    }

    /** The text below a column, without blanks around it; empty where the format has no such column. */
    String cell(CSVRecord line, String column) {
        Integer place = places.get(column);
        return place == null ? "" : line.get(place).strip();
    }
}
