package ghtraffic.takeover.findings;

import ghtraffic.messages.Message;
import java.util.List;

/**
 * All rows with the same problem.
 *
 * @param kind the problem
 * @param count how many rows have it
 * @param rows the first 100 of them, in words
 */
public record Finding(FindingKind kind, long count, List<Message> rows) {

    /** Returns the number of rows that {@link #rows} leaves out. */
    public long more() {
        return count - rows.size();
    }
}
