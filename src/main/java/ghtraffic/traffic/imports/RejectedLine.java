package ghtraffic.traffic.imports;

/**
 * An invalid line, because of which a file is not imported.
 *
 * @param line the number of the line in the file; the header is line 1
 * @param reason what is wrong with the line, as a sentence
 */
public record RejectedLine(long line, String reason) {}
