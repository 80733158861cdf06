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
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days and counts from the cells of a file, and gives a reason for each cell that it cannot read. */
final class CellParser {

    /** The first day that is accepted. No traffic is older than GitHub, which started in 2008. */
    static final LocalDate FIRST_DAY = LocalDate.of(2008, 1, 1);

    private static final int DATE_LENGTH = 10;
    private static final int MOST_SHOWN = 40;
    private static final String LARGEST = String.valueOf(Integer.MAX_VALUE);

    /** Accepts 12.0 for 12, because spreadsheets and data frames may write whole numbers so. */
    private static final Pattern WHOLE = Pattern.compile("(-?)0*([0-9]+?)(?:\\.0+)?");

    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /** Dots stand between the parts where the day comes first; of slashes nobody can tell. */
    private static final DateTimeFormatter WITH_DOTS =
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private CellParser() {}

    /**
     * Reads the UTC day from a date with or without a time. A time without an offset is in UTC.
     *
     * @param column the name of the column, for the reason
     * @throws InvalidLineException if the cell has no date, or one after today or before {@link #FIRST_DAY}
     */
    static LocalDate day(String column, String text, LocalDate today) throws InvalidLineException {
        LocalDate day;
        try {
            day = utcDay(text);
        } catch (DateTimeException e) {
            throw new InvalidLineException(Message.of("import.reason.noDay", column, shown(text)));
        }
        if (day.isAfter(today)) {
            throw new InvalidLineException(Message.of("import.reason.future", column, shown(text)));
        }
        if (day.isBefore(FIRST_DAY)) {
            throw new InvalidLineException(Message.of("import.reason.early", column, shown(text)));
        }
        return day;
    }

    private static LocalDate utcDay(String text) {
        if (text.indexOf('.') > 0 && text.length() <= DATE_LENGTH) {
            return LocalDate.parse(text, WITH_DOTS);
        }
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

    /**
     * Reads a whole number from 0 to 2,147,483,647.
     *
     * @param column the name of the column, for the reason
     * @throws InvalidLineException if the cell has no such number
     */
    static int count(String column, String text) throws InvalidLineException {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new InvalidLineException(
                    text.isEmpty()
                            ? Message.of("import.reason.emptyCell", column)
                            : Message.of("import.reason.noNumber", column, shown(text)));
        }
        String digits = whole.group(2);
        if (!whole.group(1).isEmpty()) {
            throw new InvalidLineException(Message.of("import.reason.negative", column, shown(text)));
        }
        if (digits.length() > LARGEST.length()
                || digits.length() == LARGEST.length() && digits.compareTo(LARGEST) > 0) {
            throw new InvalidLineException(Message.of("import.reason.tooMuch", column, LARGEST, shown(text)));
        }
        return Integer.parseInt(digits);
    }

    /** Returns as much of a text as fits into a message: at most 40 characters. */
    static String shown(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
