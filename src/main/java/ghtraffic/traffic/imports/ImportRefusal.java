package ghtraffic.traffic.imports;

import java.util.List;

/**
 * Why nothing of a file was imported: a problem as RFC 9457 describes it, with the report beside it.
 *
 * @param type always {@code about:blank}
 * @param title the status in words
 * @param status 422
 * @param detail what is wrong with the file
 * @param read how many lines were read, without the header
 * @param inserted 0
 * @param raised 0
 * @param unchanged 0
 * @param rejected the wrong lines, at most a hundred
 */
public record ImportRefusal(
        String type,
        String title,
        int status,
        String detail,
        int read,
        int inserted,
        int raised,
        int unchanged,
        List<RejectedLine> rejected) {

    static final int STATUS = 422;

    static ImportRefusal of(ImportOutcome.Refused refused) {
        return new ImportRefusal(
                "about:blank",
                "Unprocessable Content",
                STATUS,
                "Nothing was imported. " + refused.reason(),
                refused.read(),
                0,
                0,
                0,
                refused.rejected());
    }
}
