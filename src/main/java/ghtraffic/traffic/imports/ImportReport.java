package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;
import ghtraffic.traffic.daily.MergeResult;
import ghtraffic.traffic.imports.InvalidLine.RejectedLine;
import java.util.List;

/**
 * The result of importing a file.
 *
 * @param read the number of lines, without the header
 * @param inserted the number of new days
 * @param raised the number of updated days: at least one value grew, or the day is no longer partial
 * @param unchanged the number of days that were already stored with these values
 * @param rejected the invalid lines; always empty, because a file with an invalid line is refused
 * @param warnings what to look at although the file was imported, such as days with more visitors than views
 */
public record ImportReport(
        int read, int inserted, int raised, int unchanged, List<RejectedLine> rejected, List<String> warnings) {

    static ImportReport of(ImportOutcome.Merged merged) {
        MergeResult recorded = merged.recorded();
        return new ImportReport(
                merged.read(),
                recorded.inserted(),
                recorded.raised(),
                recorded.unchanged(),
                List.of(),
                merged.warnings().stream().map(Message::english).toList());
    }
}
