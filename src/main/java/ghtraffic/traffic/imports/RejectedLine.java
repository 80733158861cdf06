package ghtraffic.traffic.imports;

/**
 * A line that keeps a file from being imported.
 *
 * @param line its number in the file, from 1; the header is line 1
 * @param reason what is wrong with it, in words
 */
public record RejectedLine(long line, String reason) {}
