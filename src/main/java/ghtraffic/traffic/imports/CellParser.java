package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days and counts from cells, and refuses with a reason what is none. */
final class CellParser {

    /** No traffic is older than GitHub. */
    static final LocalDate FIRST_DAY = LocalDate.of(2008, 1, 1);

    private static final int DATE_LENGTH = 10;
    private static final int MOST_SHOWN = 40;
    private static final String LARGEST = String.valueOf(Integer.MAX_VALUE);

    /** A spreadsheet or a data frame may have made 12.0 of 12. */
    private static final Pattern WHOLE = Pattern.compile("(-?)0*([0-9]+?)(?:\\.0+)?");

    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private CellParser() {}

    /** The UTC day of a date, with or without a time after it; a time without an offset is taken as UTC. */
    static LocalDate day(String column, String text, LocalDate today) throws InvalidLineException {
        LocalDate day;
        try {
            day = utcDay(text);
        } catch (DateTimeException e) {
            throw new InvalidLineException(Message.inEnglish("said.import.noDay", column, shown(text)));
        }
        if (day.isAfter(today)) {
            throw new InvalidLineException(Message.inEnglish("said.import.future", column, shown(text)));
        }
        if (day.isBefore(FIRST_DAY)) {
            throw new InvalidLineException(Message.inEnglish("said.import.early", column, shown(text)));
        }
        return day;
    }

    private static LocalDate utcDay(String text) {
        if (text.length() <= DATE_LENGTH) {
            return LocalDate.parse(text);
        }
        TemporalAccessor time = DAY.parseBest(
                text.substring(0, DATE_LENGTH) + text.substring(DATE_LENGTH).replaceFirst("^ ", "T"),
                OffsetDateTime::from,
                LocalDate::from);
        return time instanceof OffsetDateTime instant
                ? instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
                : LocalDate.from(time);
    }

    /** A whole number from 0 to 2,147,483,647. */
    static int count(String column, String text) throws InvalidLineException {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new InvalidLineException(
                    text.isEmpty()
                            ? Message.inEnglish("said.import.emptyCell", column)
                            : Message.inEnglish("said.import.noNumber", column, shown(text)));
        }
        String digits = whole.group(2);
        if (!whole.group(1).isEmpty()) {
            throw new InvalidLineException(Message.inEnglish("said.import.negative", column, shown(text)));
        }
        if (digits.length() > LARGEST.length()
                || digits.length() == LARGEST.length() && digits.compareTo(LARGEST) > 0) {
            throw new InvalidLineException(Message.inEnglish("said.import.tooMuch", column, LARGEST, shown(text)));
        }
        return Integer.parseInt(digits);
    }

    /** As much of a text as fits into a message. */
    static String shown(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
