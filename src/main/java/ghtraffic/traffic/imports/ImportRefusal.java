package ghtraffic.traffic.imports;

import ghtraffic.traffic.imports.InvalidLine.RejectedLine;
import java.util.List;

/**
 * Tells why a file was not imported: a problem as in RFC 9457, with the fields of the import report added.
 *
 * @param type always {@code about:blank}
 * @param title the name of the status
 * @param status 422
 * @param detail what is wrong with the file
 * @param read the number of lines that were read, without the header
 * @param inserted 0
 * @param raised 0
 * @param unchanged 0
 * @param rejected the invalid lines, at most a hundred
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
                "Nothing was imported. " + refused.reason().english(),
                refused.read(),
                0,
                0,
                0,
                refused.rejected().stream().map(InvalidLine::inEnglish).toList());
    }
}
