package ghtraffic.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\r\n=1"})
    void keepsSpreadsheetsFromTakingTextForAFormula(String text) {
        assertThat(Csv.text(text)).isEqualTo("'" + text);
        assertThat(Csv.plain(Csv.text(text))).isEqualTo(text);
    }

    @Test
    void leavesOtherTextAlone() {
        assertThat(Csv.text("widgets-2=3")).isEqualTo("widgets-2=3");
        assertThat(Csv.text("")).isEmpty();
        assertThat(Csv.plain("widgets-2=3")).isEqualTo("widgets-2=3");
        assertThat(Csv.plain("'widgets")).isEqualTo("'widgets");
        assertThat(Csv.plain("'")).isEqualTo("'");
        assertThat(Csv.plain("")).isEmpty();
    }

    @Test
    void quotesAfterRfc4180() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CSVPrinter printer = Csv.printer(out, "A", "B")) {
            printer.printRecord("say \"ü\", please", 1);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("A,B\r\n\"say \"\"ü\"\", please\",1\r\n");
    }
}
