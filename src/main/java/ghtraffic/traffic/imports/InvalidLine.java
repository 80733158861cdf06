package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;

/**
 * A line that keeps a file from being imported, for people.
 *
 * @param line its number in the file, from 1; the header is line 1
 * @param reason what is wrong with it
 */
public record InvalidLine(long line, Message reason) {

    /**
     * An invalid line, which keeps the file from being imported.
     *
     * @param line the number of the line in the file; the header is line 1
     * @param reason what is wrong with the line, as a sentence
     */
    public record RejectedLine(long line, String reason) {}

    /** The same for the API. */
    RejectedLine inEnglish() {
        return new RejectedLine(line, reason.english());
    }
}
