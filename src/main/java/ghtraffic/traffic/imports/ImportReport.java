package ghtraffic.traffic.imports;

import ghtraffic.traffic.daily.MergeResult;
import java.util.List;

/**
 * What became of a file.
 *
 * @param read how many lines it had, without the header
 * @param inserted days that are new
 * @param raised days of which at least one value grew, or that are whole now
 * @param unchanged days that were known as they are
 * @param rejected wrong lines; empty, because a file with a wrong line is refused
 */
public record ImportReport(int read, int inserted, int raised, int unchanged, List<RejectedLine> rejected) {

    static ImportReport of(ImportOutcome.Merged merged) {
        MergeResult recorded = merged.recorded();
        return new ImportReport(merged.read(), recorded.inserted(), recorded.raised(), recorded.unchanged(), List.of());
    }
}
