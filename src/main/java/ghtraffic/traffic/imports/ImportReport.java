package ghtraffic.traffic.imports;

import ghtraffic.traffic.daily.MergeResult;
import java.util.List;

/**
 * The result of importing a file.
 *
 * @param read the number of lines, without the header
 * @param inserted the number of new days
 * @param raised the number of updated days: at least one value grew, or the day is no longer partial
 * @param unchanged the number of days that were already stored with these values
 * @param rejected the invalid lines; always empty, because a file with an invalid line is refused
 */
public record ImportReport(int read, int inserted, int raised, int unchanged, List<RejectedLine> rejected) {

    static ImportReport of(ImportOutcome.Merged merged) {
        MergeResult recorded = merged.recorded();
        return new ImportReport(merged.read(), recorded.inserted(), recorded.raised(), recorded.unchanged(), List.of());
    }
}
