package ghtraffic.traffic.imports;

import ghtraffic.lists.Csv;
import ghtraffic.messages.Message;
import ghtraffic.traffic.daily.Coverage;
import ghtraffic.traffic.daily.PeriodNumbers;
import ghtraffic.traffic.imports.ColumnNames.Meaning;
import java.time.LocalDate;
import org.apache.commons.csv.CSVRecord;

/**
 * The values of one line of a file.
 *
 * @param id the id of the repository as written in the file; empty if the format has none
 * @param name the name of the repository as written in the file, with or without its owner; empty if the format has none
 * @param numbers the day and its numbers
 * @param contradictory whether more people viewed or cloned than there are views or clones, in a file of another
 *     application
 */
record ParsedLine(String id, String name, PeriodNumbers numbers, boolean contradictory) {

    private record Kind(int count, int uniques, Coverage covered) {}

    /**
     * Reads a line below the header.
     *
     * @throws InvalidLineException if the line has an error; its reason is the first one found
     */
    static ParsedLine read(CSVRecord line, ImportHeader header, LocalDate today) throws InvalidLineException {
        header.check(line);
        LocalDate day = CellParser.day(header.name(Meaning.DAY), header.cell(line, Meaning.DAY), today);
        boolean partial = partial(header.cell(line, "PARTIAL")) || day.equals(today);
        Coverage covered = partial ? Coverage.PARTIAL : Coverage.WHOLE;
        Kind views = kind(line, header, Meaning.VIEWS, Meaning.VISITORS, covered);
        Kind clones = kind(line, header, Meaning.CLONES, Meaning.CLONERS, covered);
        if (views.covered() == Coverage.NONE && clones.covered() == Coverage.NONE) {
            throw new InvalidLineException(Message.of("import.reason.nothing"));
        }
        return new ParsedLine(
                header.cell(line, "RID"),
                name(line, header),
                new PeriodNumbers(
                        day,
                        views.count(),
                        views.uniques(),
                        views.covered(),
                        clones.count(),
                        clones.uniques(),
                        clones.covered()),
                header.format() != ImportFormat.NATIVE
                        && (views.uniques() > views.count() || clones.uniques() > clones.count()));
    }

    private static Kind kind(CSVRecord line, ImportHeader header, Meaning column, Meaning people, Coverage covered)
            throws InvalidLineException {
        boolean empty =
                header.cell(line, column).isEmpty() && header.cell(line, people).isEmpty();
        if (!header.has(column) || empty && header.format().leavesUnknownEmpty()) {
            return new Kind(0, 0, Coverage.NONE);
        }
        return new Kind(count(line, header, column), count(line, header, people), covered);
    }

    private static int count(CSVRecord line, ImportHeader header, Meaning column) throws InvalidLineException {
        String text = header.cell(line, column);
        return text.isEmpty() && header.format().leavesQuietEmpty() ? 0 : CellParser.count(header.name(column), text);
    }

    private static boolean partial(String text) throws InvalidLineException {
        return switch (text) {
            case "", "0" -> false;
            case "1" -> true;
            default -> throw new InvalidLineException(Message.of("import.reason.partial", CellParser.shown(text)));
        };
    }

    private static String name(CSVRecord line, ImportHeader header) {
        if (header.format() == ImportFormat.NATIVE) {
            return Csv.plain(header.cell(line, "ORGNAME")) + "/" + Csv.plain(header.cell(line, "REPONAME"));
        }
        String owner = header.cell(line, Meaning.OWNER);
        String name = header.cell(line, Meaning.REPOSITORY);
        return owner.isEmpty() || name.contains("/") ? name : owner + "/" + name;
    }
}
