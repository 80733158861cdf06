package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line, without keeping its text in memory. */
final class ImportReader {

    private final TargetRepositories targets;
    private final @Nullable ImportFormat told;
    private final LocalDate today;
    private final ParsedFile file = new ParsedFile();

    /**
     * Creates a reader for one file.
     *
     * @param told the format, or null to recognize it from the header
     * @param today the current UTC day
     */
    ImportReader(TargetRepositories targets, @Nullable ImportFormat told, LocalDate today) {
        this.targets = targets;
        this.told = told;
        this.today = today;
    }

    /**
     * Reads the stream to its end and closes it.
     *
     * @throws BoundedInput.TooLargeException if the stream has more than 20 MB
     * @throws IOException if the stream ends too early
     */
    ParsedFile read(InputStream stream) throws IOException {
        BoundedInput bounded = new BoundedInput(stream);
        try (BufferedReader text = FileText.open(bounded);
                CSVParser parser = CSVParser.parse(text, FileText.form(text))) {
            readLines(parser, bounded);
        } catch (CharacterCodingException e) {
            file.refuse(Message.of("import.reason.notUtf8"));
        }
        return file;
    }

    private void readLines(CSVParser parser, BoundedInput bounded) throws IOException {
        Iterator<CSVRecord> lines = parser.iterator();
        ImportHeader header = null;
        int number = 1;
        try {
            for (; lines.hasNext(); number = 1 + (int) parser.getCurrentLineNumber()) {
                CSVRecord line = lines.next();
                bounded.beginLine();
                if (isBlank(line)) {
                    continue;
                }
                if (header == null) {
                    header = header(number, line);
                    if (header == null) {
                        return;
                    }
                } else {
                    readLine(number, line, header);
                }
            }
            if (file.read() == 0) {
                file.refuse(Message.of(header == null ? "import.reason.empty" : "import.reason.noLines"));
            }
        } catch (UncheckedIOException e) {
            stopAt(number, e);
        }
    }

    private static boolean isBlank(CSVRecord line) {
        return line.size() == 1 && line.get(0).isBlank();
    }

    private @Nullable ImportHeader header(int number, CSVRecord line) {
        try {
            ImportHeader header = ImportHeader.read(line, told);
            if (header.isSilentOnRepositories() && !targets.isChosen()) {
                throw new IllegalArgumentException(
                        "repository: is missing; a file of " + header.format() + " does not say whose numbers it has");
            }
            return header;
        } catch (InvalidLineException e) {
            file.reject(number, e.reason());
            file.refuse(e.reason());
            return null;
        }
    }

    private void readLine(int number, CSVRecord line, ImportHeader header) {
        file.countLine();
        try {
            ParsedLine said = ParsedLine.read(line, header, today);
            file.add(number, targets.find(said), said);
        } catch (InvalidLineException e) {
            file.reject(number, e.reason());
        }
    }

    /** Refuses the file, because the lines after a line that is not CSV cannot be read. */
    private void stopAt(int number, UncheckedIOException failure) throws IOException {
        Throwable cause = failure.getCause();
        Message reason;
        if (cause instanceof CSVException) {
            reason = Message.of("import.reason.quotes");
        } else if (cause instanceof BoundedInput.TooLongLineException) {
            reason = Message.of("import.reason.longLine");
        } else {
            throw cause instanceof IOException io ? io : new IOException(failure);
        }
        file.reject(number, reason);
        file.refuse(Message.of("import.reason.inLine", reason, number));
    }
}
