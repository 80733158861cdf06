package ghtraffic.traffic.notes;

import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A checked note that is not stored yet.
 *
 * @param day the UTC day that the note is about
 * @param text 1 to 500 characters, on one line or several
 * @param link an HTTP or HTTPS address, or null
 */
record NoteDraft(LocalDate day, String text, @Nullable String link) {

    static final int LONGEST_TEXT = 500;
    static final int LONGEST_LINK = 1_000;
    private static final int FIRST_YEAR = 1970;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * Checks the entered values and creates a draft from them.
     *
     * @param today the current UTC day; a note cannot be about a later day
     * @throws InvalidInput if a value is invalid; it names the field
     */
    static NoteDraft of(String day, String text, @Nullable String link, LocalDate today) {
        return new NoteDraft(day(day, today), text(text), link == null || link.isBlank() ? null : link(link.strip()));
    }

    private static LocalDate day(String entered, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(entered.strip());
            if (day.isAfter(today)) {
                throw new InvalidInput("day", Message.of("input.notAfterToday", today));
            }
            if (day.getYear() >= FIRST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            throw noDay(e);
        }
        throw noDay(null);
    }

    private static InvalidInput noDay(@Nullable Exception cause) {
        return new InvalidInput("day", Message.of("input.noDay"), cause);
    }

    private static String text(String entered) {
        String text = entered.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            throw new InvalidInput("text", Message.of("input.blank"));
        }
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new InvalidInput("text", Message.of("input.textTooLong", LONGEST_TEXT));
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw new InvalidInput("text", Message.of("input.control"));
        }
        return text;
    }

    /** Refuses a user name before the host, because it can make an address look like that of another site. */
    private static String link(String entered) {
        try {
            URI link = new URI(entered);
            String scheme = link.getScheme();
            String address = link.toASCIIString();
            if (scheme != null
                    && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
                    && link.getHost() != null
                    && link.getUserInfo() == null
                    && address.length() <= LONGEST_LINK) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw noLink(e);
        }
        throw noLink(null);
    }

    private static InvalidInput noLink(@Nullable Exception cause) {
        return new InvalidInput("link", Message.of("input.noLink", LONGEST_LINK), cause);
    }
}
