package ghtraffic.traffic.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** How the text of a file is written: its characters, and what stands between its columns. */
final class FileText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_LINE = 8 * 1024;

    private FileText() {}

    /** Returns the text, in UTF-8 or, if the file begins with that mark, in UTF-16. The mark is left out. */
    static BufferedReader open(InputStream file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(file);
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        boolean wide = first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE;
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        BufferedReader text = new BufferedReader(new InputStreamReader(bytes, charset.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** Returns the form of CSV with the separator that the first line has most of: comma, semicolon or tab. */
    static CSVFormat form(BufferedReader text) throws IOException {
        char[] beginning = new char[LONGEST_LINE];
        text.mark(LONGEST_LINE);
        int length = Math.max(0, text.read(beginning));
        text.reset();
        String line = new String(beginning, 0, length)
                .stripLeading()
                .lines()
                .findFirst()
                .orElse("");
        char separator = Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(one ->
                        line.chars().filter(character -> character == one).count()))
                .orElse(',');
        return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }
}
