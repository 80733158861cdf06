package ghtraffic.traffic.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghtraffic.messages.Message;
import ghtraffic.traffic.daily.Coverage;
import ghtraffic.traffic.daily.PeriodNumbers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each format says, and why a file is refused. */
class ImportReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String NATIVE =
            "RID,TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT,CUNIQUES,ORGNAME,REPONAME,PARTIAL\r\n";
    private static final String SEED = "RID,TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT,CUNIQUES\n";
    private static final String STATS = "time_iso8601,clones_total,clones_unique,views_total,views_unique\n";

    /** 21 and 22 were called the same at different times. */
    private static final Map<Integer, String> MANAGED =
            Map.of(11, "acme/Widgets", 12, "acme/gadgets", 13, "acme/-dash", 21, "acme/twin", 22, "acme/twin");

    @Test
    void aNativeFileNamesItsRepositories() throws IOException {
        ParsedFile file = read(NATIVE
                + "999,2026-03-02,10,5,3,2,ACME,widgets,0\r\n"
                + "999,2026-03-03,1,1,0,0,acme,Widgets,1\r\n"
                + "999,2026-03-02,7,6,5,4,acme,gadgets,0\r\n");
        assertThat(file.objection()).isNull();
        assertThat(file.read()).isEqualTo(3);
        assertThat(days(file, 11))
                .containsExactly(numbers(MONDAY, 10, 5, 3, 2, false), numbers(MONDAY.plusDays(1), 1, 1, 0, 0, true));
        assertThat(days(file, 12)).containsExactly(numbers(MONDAY, 7, 6, 5, 4, false));
    }

    @Test
    void anApostropheThatTheExportPutBeforeANameIsNoPartOfIt() throws IOException {
        assertThat(days(read(NATIVE + "1,2026-03-02,1,1,1,1,acme,'-dash,0\r\n"), 13))
                .hasSize(1);
        assertThat(days(read(NATIVE + "1,2026-03-02,1,1,1,1,acme,-dash,0\r\n"), 13))
                .hasSize(1);
    }

    @Test
    void ofRepositoriesOfTheSameNameTheIdDecides() throws IOException {
        assertThat(days(read(NATIVE + "22,2026-03-02,1,1,1,1,acme,twin,0"), 22)).hasSize(1);
        assertThat(reason(NATIVE + "23,2026-03-02,1,1,1,1,acme,twin,0")).contains("more than one", "acme/twin");
    }

    @Test
    void aSeedFileHasTheIdsOfRepositories() throws IOException {
        ParsedFile file =
                read(SEED + "12,2026-03-03,1,1,0,0\n11,2026-03-02 00:00:00,10,5,3,2\n12,2026-03-02,2,1,0,0\n");
        assertThat(file.objection()).isNull();
        assertThat(days(file, 11)).containsExactly(numbers(MONDAY, 10, 5, 3, 2, false));
        assertThat(days(file, 12))
                .as("oldest first")
                .containsExactly(numbers(MONDAY, 2, 1, 0, 0, false), numbers(MONDAY.plusDays(1), 1, 1, 0, 0, false));
    }

    @Test
    void allLinesGoToTheRepositoryThatWasChosen() throws IOException {
        assertThat(days(read(12, SEED + "5000,2026-03-02,1,1,0,0\n5000,2026-03-03,1,1,0,0\n"), 12))
                .hasSize(2);
        assertThat(days(read(12, NATIVE + "5000,2026-03-02,1,1,0,0,old,name,0\n"), 12))
                .hasSize(1);
    }

    @Test
    void aFileAboutSeveralRepositoriesIsNotTakenForOne() throws IOException {
        assertThat(read(12, SEED + "5000,2026-03-02,1,1,0,0\n5001,2026-03-03,1,1,0,0\n")
                        .rejected())
                .singleElement()
                .satisfies(line -> assertThat(line.line()).isEqualTo(3))
                .satisfies(line ->
                        assertThat(line.reason().english()).contains("5001").contains("5000"));
    }

    @Test
    void aFileOfGitHubRepoStatsIsAboutTheRepositoryThatWasChosen() throws IOException {
        ParsedFile file = read(
                11,
                STATS
                        + "2026-03-02 00:00:00+00:00,3,2,10,5\n"
                        + "2026-03-03T00:00:00Z,3.0,2.0,10.00,5\n"
                        + "2026-03-04 00:00:00+00:00,,,7,4\n");
        assertThat(file.objection()).isNull();
        assertThat(days(file, 11))
                .containsExactly(
                        numbers(MONDAY, 10, 5, 3, 2, false),
                        numbers(MONDAY.plusDays(1), 10, 5, 3, 2, false),
                        numbers(MONDAY.plusDays(2), 7, 4, 0, 0, false));
        assertThatThrownBy(() -> read(STATS + "2026-03-02 00:00:00+00:00,3,2,10,5\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("repository: is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02",
        "2026-03-02 23:59:59, 2026-03-02",
        "2026-03-02T23:59:59.123456, 2026-03-02",
        "2026-03-02T23:30:00-01:00, 2026-03-03",
        "2026-03-02 00:30:00+0100, 2026-03-01",
        "2026-03-02T00:00Z, 2026-03-02",
        "2008-01-01, 2008-01-01",
        "2026-03-12, 2026-03-12",
    })
    void theUtcDayCounts(String text, LocalDate day) throws IOException {
        assertThat(days(read(SEED + "11," + text + ",1,1,1,1"), 11))
                .extracting(PeriodNumbers::start)
                .containsExactly(day);
    }

    @Test
    void whatANativeFileLeavesEmptyWasNotCollected() throws IOException {
        ParsedFile file = read(NATIVE + "1,2026-03-02,,,3,2,acme,gadgets,1\n1,2026-03-03,7,5,,,acme,gadgets,0\n");
        assertThat(file.objection()).isNull();
        assertThat(days(file, 12))
                .containsExactly(
                        new PeriodNumbers(MONDAY, 0, 0, Coverage.NONE, 3, 2, Coverage.PARTIAL),
                        new PeriodNumbers(MONDAY.plusDays(1), 7, 5, Coverage.WHOLE, 0, 0, Coverage.NONE));
        assertThat(reason(NATIVE + "1,2026-03-02,,,,,acme,gadgets,0"))
                .isEqualTo("The line has neither views nor clones");
        assertThat(reason(NATIVE + "1,2026-03-02,3,,1,1,acme,gadgets,0")).isEqualTo("VUNIQUES is empty");
        assertThat(reason(NATIVE + "1,2026-03-02,,3,1,1,acme,gadgets,0")).isEqualTo("VIEWCOUNT is empty");
    }

    @Test
    void aDayThatIsNotOverIsPartialWhateverTheFileSays() throws IOException {
        assertThat(days(read(NATIVE + "1,2026-03-12,1,1,1,1,acme,gadgets,0"), 12))
                .containsExactly(numbers(TODAY, 1, 1, 1, 1, true));
        assertThat(days(read(SEED + "12,2026-03-12,1,1,1,1"), 12))
                .extracting(PeriodNumbers::viewsCovered)
                .containsExactly(Coverage.PARTIAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cuniques,clonecount,vuniques,viewcount,tdate,rid\n2,3,5,10,2026-03-02,11\n",
                "\uFEFFRID,TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT,CUNIQUES\r\n11,2026-03-02,10,5,3,2",
                "\uFEFF\"RID\",\"TDATE\",\"VIEWCOUNT\",\"VUNIQUES\",\"CLONECOUNT\",\"CUNIQUES\"\n\"11\",\"2026-03-02\",\"10\",\"5\",\"3\",\"2\"\n",
                " RID , Tdate ,VIEWCOUNT,VUNIQUES,CLONECOUNT,CUNIQUES\n 11 , 2026-03-02 ,10, 5,3,2\n\n\r\n",
                "RID,TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT,CUNIQUES\r11,2026-03-02,010,5,3,2\r",
            })
    void orderCaseMarksAndLineEndsDoNotMatter(String text) throws IOException {
        ParsedFile file = read(text);
        assertThat(file.objection()).isNull();
        assertThat(days(file, 11)).containsExactly(numbers(MONDAY, 10, 5, 3, 2, false));
    }

    /** As other tools and people write them. Each file says the same of one day. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,views,views_unique,clones,clones_unique\n2026-03-02,10,5,3,2\n",
                "date,clones,uniqueCloners,views,uniqueVisitors\n2026-03-02,3,2,10,5\n",
                "date,repository,views,unique_visitors,clones,unique_cloners\n2026-03-02,widgets,10,5,3,2\n",
                "Date;Number of Clones;Unique cloners;Number of views;Unique viewers\n02.03.2026;3;2;10;5\n",
                "\uFEFFday\tviews\tvisitors\tclones\tcloners\tnote\n2026-03-02\t10\t5\t3\t2\tfine\n",
                "\"date\",\"views\",\"unique_views\",\"clones\",\"unique_clones\",,\n\"2026-03-02\",\"10\",\"5\",\"3\",\"2\"\n",
                "RID;TDATE;VIEWCOUNT;VUNIQUES;CLONECOUNT;CUNIQUES\n11;2026-03-02;10;5;3;2\n",
                "TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT,CUNIQUES,ORGNAME,REPONAME\n2026-03-02,10,5,3,2,acme,widgets\n",
                "timestamp,views,uniques of views,unique_visitors,clones,cloners\n2026-03-02T00:00:00Z,10,9,5,3,2,,\n"
            })
    void columnsAreKnownByTheirNames(String text) throws IOException {
        ParsedFile file = read(text.matches("(?s).*(repository|RID|REPONAME).*") ? null : 11, text);
        assertThat(file.objection()).isNull();
        assertThat(days(file, 11)).containsExactly(numbers(MONDAY, 10, 5, 3, 2, false));
    }

    @ParameterizedTest
    @CsvSource({
        "'_date,total_views,unique_views', 10, 5, 0, 0",
        "'_date,total_clones,unique_clones', 0, 0, 10, 5",
        "'time_iso8601,views_total,views_unique', 10, 5, 0, 0"
    })
    void aFileOfOneHalfLeavesTheOtherNotCollected(String header, int views, int visitors, int clones, int cloners)
            throws IOException {
        ParsedFile file = read(11, header + "\n2026-03-02,10,5\n");
        assertThat(file.objection()).isNull();
        assertThat(days(file, 11))
                .containsExactly(new PeriodNumbers(
                        MONDAY,
                        views,
                        visitors,
                        views > 0 ? Coverage.WHOLE : Coverage.NONE,
                        clones,
                        cloners,
                        clones > 0 ? Coverage.WHOLE : Coverage.NONE));
    }

    @Test
    void peopleOfWhatTheFileCountsAreThatFiles() throws IOException {
        String views = "repository_name,date,views,unique_visitors/cloners\r\nwidgets,2026-03-02,10,5\r\n";
        assertThat(days(read(views), 11)).extracting(PeriodNumbers::visitors).containsExactly(5);
        String clones = "repository_name,date,clones,unique_visitors/cloners\r\nwidgets,2026-03-02,10,5\r\n";
        assertThat(days(read(clones), 11)).extracting(PeriodNumbers::cloners).containsExactly(5);
    }

    @Test
    void aNameWithoutItsOwnerHasToBeClear() throws IOException {
        String text = "date,repository,views,visitors\n2026-03-02,twin,1,1\n";
        assertThat(reason(text)).contains("more than one", "twin");
        assertThat(reason(text.replace("twin", "unknown"))).contains("unknown is no repository that you manage");
    }

    @Test
    void utf16IsReadToo() throws IOException {
        byte[] text = "date,views,visitors\n2026-03-02,10,5\n".getBytes(UTF_16);
        ParsedFile file =
                new ImportReader(new TargetRepositories(MANAGED, 11), null, TODAY).read(new ByteArrayInputStream(text));
        assertThat(file.objection()).isNull();
        assertThat(days(file, 11)).hasSize(1);
    }

    @Test
    void theSameLineTwiceIsOne() throws IOException {
        ParsedFile file = read(SEED + "11,2026-03-02,10,5,3,2\n11,2026-03-02,10,5,3,2\n");
        assertThat(file.objection()).isNull();
        assertThat(days(file, 11)).hasSize(1);
        assertThat(reason(SEED + "11,2026-03-02,10,5,3,2\n11,2026-03-02,11,5,3,2\n"))
                .contains("stand in line 2 already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "snapshot_date,views_14d,unique_views_14d | views_14d holds totals of 14 days",
                "time_iso8601,stars_cumulative | stars_cumulative holds sums since the beginning",
                "date,count,uniques | no known format",
                "date,views,clones | no known format",
                "date,views,views,visitors | no known format"
            })
    void numbersThatAreNoneOfSingleDaysAreRefused(String header, String reason) throws IOException {
        assertThat(read(11, header + "\n2026-03-02,1,1,1\n").objection())
                .asString()
                .contains(reason);
    }

    @Test
    void morePeopleThanViewsAreAWarningUnlessMostLinesAreSo() throws IOException {
        String odd = "11,2026-03-0%d,3,5,0,0\n";
        ParsedFile file = read(SEED + odd.formatted(1) + odd.formatted(2) + "11,2026-03-03,3,3,0,1\n");
        assertThat(file.objection()).isNull();
        assertThat(file.warnings())
                .extracting(Message::english)
                .singleElement()
                .asString()
                .startsWith("3 lines have more");
        assertThat(days(file, 11)).contains(numbers(LocalDate.of(2026, 3, 1), 3, 5, 0, 0, false));
        String shifted = IntStream.rangeClosed(1, 5).mapToObj(odd::formatted).collect(Collectors.joining());
        assertThat(read(SEED + shifted).objection()).asString().contains("In 5 of 5 lines", "wrong names");
        assertThat(read(SEED + shifted + "11,2026-03-06,1,1,1,1\n11,2026-03-07,1,1,1,1\n11,2026-03-08,1,1,1,1\n"
                                + "11,2026-03-09,1,1,1,1\n11,2026-03-10,1,1,1,1\n")
                        .objection())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11,2026-03-02,-1,0,0,0                 | VIEWCOUNT is negative: -1",
                "11,2026-03-02,1,-1,0,0                 | VUNIQUES is negative: -1",
                "11,2026-03-02,1,1,many,0               | CLONECOUNT is no whole number: many",
                "11,2026-03-02,1,1,1.5,0                | CLONECOUNT is no whole number: 1.5",
                "11,2026-03-02,1e3,1,1,0                | VIEWCOUNT is no whole number: 1e3",
                "11,2026-03-02,٣,1,1,0                  | VIEWCOUNT is no whole number: ٣",
                "11,2026-03-02,1,1,1,                   | CUNIQUES is empty",
                "11,2026-03-02,2147483648,1,1,1         | VIEWCOUNT is above 2147483647: 2147483648",
                "11,2026-03-02,99999999999999999999,1,1,1 | VIEWCOUNT is above 2147483647",
                "11,2026-02-29,1,1,1,1                  | TDATE is no day like 2026-01-31: 2026-02-29",
                "11,2026-02-31 00:00:00,1,1,1,1         | TDATE is no day like 2026-01-31: 2026-02-31 00:00:00",
                "11,2026-03-02 25:00:00,1,1,1,1         | TDATE is no day",
                "11,2026-03-02 later,1,1,1,1            | TDATE is no day",
                "11,31.02.2026,1,1,1,1                  | TDATE is no day",
                "11,03/02/2026,1,1,1,1                  | TDATE is no day",
                "11,02-03-26,1,1,1,1                    | TDATE is no day",
                "11,,1,1,1,1                            | TDATE is no day",
                "11,+12026-03-02,1,1,1,1                | TDATE is in the future",
                "11,2026-03-13,1,1,1,1                  | TDATE is in the future: 2026-03-13",
                "11,2007-12-31,1,1,1,1                  | TDATE is before GitHub existed: 2007-12-31",
                "11,2026-03-02,1,1,1                    | The number of columns is 5, not 6",
                "11,2026-03-02,1,1,1,1,1                | The number of columns is 7, not 6",
                "14,2026-03-02,1,1,1,1                  | RID 14 is no repository that you manage",
                "0x0b,2026-03-02,1,1,1,1                | RID 0x0b is no repository that you manage",
                "99999999999,2026-03-02,1,1,1,1         | RID 99999999999 is no repository that you manage",
            })
    void aWrongLineIsNamedWithItsReason(String line, String reason) throws IOException {
        ParsedFile file = read(SEED + "11,2026-03-01,1,1,1,1\n" + line + "\n11,2026-03-03,1,1,1,1\n");
        assertThat(file.objection()).hasToString("One line is wrong");
        assertThat(file.read()).isEqualTo(3);
        assertThat(file.rejected())
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.line()).isEqualTo(3))
                .satisfies(rejected -> assertThat(rejected.reason().english()).startsWith(reason));
    }

    @Test
    void theLargestNumberIsTaken() throws IOException {
        assertThat(days(read(SEED + "11,2026-03-02,2147483647,2147483647,0,0"), 11))
                .containsExactly(numbers(MONDAY, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0, false));
    }

    @Test
    void aNativeLineNamesARepositoryOneManagesAndSaysWhetherItIsPartial() throws IOException {
        assertThat(reason(NATIVE + "11,2026-03-02,1,1,1,1,acme,secret,0"))
                .isEqualTo("acme/secret is no repository that you manage");
        assertThat(reason(NATIVE + "11,2026-03-02,1,1,1,1,acme,gadgets,yes"))
                .isEqualTo("PARTIAL is neither 0 nor 1: yes");
    }

    @Test
    void theSameRepositoryAndDayTwiceIsRefusedWithTheFirstLine() throws IOException {
        ParsedFile file = read(NATIVE
                + "1,2026-03-02,1,1,1,1,acme,gadgets,0\n"
                + "1,2026-03-02,1,1,1,1,acme,widgets,0\n"
                + "\n"
                + "1,2026-03-02,2,1,1,1,ACME,GADGETS,0\n");
        assertThat(file.rejected()).containsExactly(new InvalidLine(5, Message.of("import.reason.twice", 2)));
    }

    @Test
    void onlyTheFirstHundredWrongLinesAreNamed() throws IOException {
        ParsedFile file = read(SEED + "14,2026-03-02,1,1,1,1\n".repeat(123));
        assertThat(file.objection()).hasToString("123 lines are wrong; the first 100 are named");
        assertThat(file.rejected()).hasSize(100);
        assertThat(file.rejected().get(99).line()).isEqualTo(101);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|The file is empty",
                "' '|The file is empty",
                "RID,TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT,CUNIQUES|no lines"
            })
    void aFileWithoutNumbersIsRefused(String text, String reason) throws IOException {
        assertThat(read(text).objection()).asString().contains(reason);
        assertThat(read("\uFEFF" + text).objection()).asString().contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02,1,1,1,1",
                "RID,TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT",
                "RID,RID,TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT",
                "<html>",
            })
    void anUnknownHeaderIsRefused(String header) throws IOException {
        ParsedFile file = read(header + "\n11,2026-03-02,1,1,1,1\n");
        assertThat(file.objection())
                .asString()
                .contains("no known format")
                .contains(CellParser.shown(header))
                .contains("REPONAME")
                .contains("time_iso8601");
        assertThat(file.rejected()).extracting(InvalidLine::line).containsExactly(1L);
    }

    @Test
    void aFileOfAnotherFormatThanToldIsRefused() throws IOException {
        assertThat(read(11, ImportFormat.SEED, NATIVE).objection()).asString().contains("format seed");
        assertThat(read(11, ImportFormat.GITHUB_REPO_STATS, SEED).objection())
                .asString()
                .contains("format github-repo-stats");
    }

    @Test
    void formatsAreKnownByName() {
        assertThat(ImportFormat.parse("github-repo-stats")).contains(ImportFormat.GITHUB_REPO_STATS);
        assertThat(ImportFormat.parse("native")).contains(ImportFormat.NATIVE);
        assertThat(ImportFormat.parse("")).isEmpty();
        assertThat(ImportFormat.parse(null)).isEmpty();
        assertThatThrownBy(() -> ImportFormat.parse("xml"))
                .hasMessage("format: must be one of native, seed, github-repo-stats, columns");
    }

    @Test
    void onlyUtf8AndUtf16AreRead() throws IOException {
        String text = NATIVE + "1,2026-03-02,1,1,1,1,acmé,gadgets,0\n";
        assertThat(read(text).objection()).hasToString("One line is wrong");
        assertThat(read(null, null, new ByteArrayInputStream(text.getBytes(ISO_8859_1)))
                        .objection())
                .hasToString("The file is not in UTF-8 or UTF-16");
        assertThat(read(null, null, new ByteArrayInputStream(text.getBytes(UTF_16)))
                        .objection())
                .hasToString("One line is wrong");
    }

    @Test
    void quotationMarksThatDoNotMatchAreRefused() throws IOException {
        ParsedFile file = read(SEED + "11,2026-03-01,1,1,1,1\n11,\"2026-03-02\"x,1,1,1,1\n11,2026-03-03,1,1,1,1\n");
        assertThat(file.objection()).hasToString("The quotation marks do not match, in line 3");
        assertThat(read(SEED + "11,\"2026-03-02,1,1,1,1\n").objection())
                .hasToString("The quotation marks do not match, in line 2");
    }

    @Test
    void aLineWithoutEndIsNotReadToItsEnd() throws IOException {
        for (String start : List.of("", SEED, SEED + "11,\"")) {
            InputStream endless = new Endless(start);
            assertThat(read(null, null, endless).objection()).asString().startsWith("The line is too long");
        }
    }

    @Test
    void moreThanTwentyMegabytesAreNotRead() {
        InputStream endless = new Endless(SEED + "11,2026-03-02,1,1,1,1\n", "14,2026-03-03,1,1,1,1\n");
        assertThatThrownBy(() -> read(null, null, endless)).isInstanceOf(BoundedInput.TooLargeException.class);
    }

    @Test
    void whatALineSaysIsShownInPart() throws IOException {
        assertThat(reason(SEED + "11," + "9".repeat(500) + ",1,1,1,1")).hasSizeLessThan(100);
    }

    private static PeriodNumbers numbers(
            LocalDate day, int views, int visitors, int clones, int cloners, boolean partial) {
        return PeriodNumbers.of(day, views, visitors, clones, cloners, partial ? Coverage.PARTIAL : Coverage.WHOLE);
    }

    private static String reason(String text) throws IOException {
        return read(text).rejected().get(0).reason().english();
    }

    private static List<PeriodNumbers> days(ParsedFile file, int repository) {
        return file.repositories().stream()
                .filter(days -> days.repository() == repository)
                .findFirst()
                .orElseThrow(() -> new AssertionError(Objects.toString(file.objection())))
                .days();
    }

    private static ParsedFile read(String text) throws IOException {
        return read(null, text);
    }

    private static ParsedFile read(@Nullable Integer chosen, String text) throws IOException {
        return read(chosen, null, text);
    }

    private static ParsedFile read(@Nullable Integer chosen, @Nullable ImportFormat format, String text)
            throws IOException {
        return read(chosen, format, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static ParsedFile read(@Nullable Integer chosen, @Nullable ImportFormat format, InputStream stream)
            throws IOException {
        return new ImportReader(new TargetRepositories(MANAGED, chosen), format, TODAY).read(stream);
    }

    /** A beginning, and after it the same over and over. */
    private static final class Endless extends InputStream {

        private final byte[] start;
        private final byte[] more;
        private int at;

        Endless(String start) {
            this(start, "1,");
        }

        Endless(String start, String more) {
            this.start = start.getBytes(UTF_8);
            this.more = more.getBytes(UTF_8);
        }

        @Override
        public int read() {
            int value = at < start.length ? start[at] : more[(at - start.length) % more.length];
            at++;
            return value;
        }
    }
}
