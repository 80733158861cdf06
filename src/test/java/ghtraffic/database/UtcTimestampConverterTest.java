package ghtraffic.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns hold UTC, whatever the time zone of the server is. */
class UtcTimestampConverterTest {

    private static final Instant INSTANT = Instant.parse("2026-03-29T01:30:00.123Z");
    private static final LocalDateTime COLUMN = LocalDateTime.parse("2026-03-29T01:30:00.123");

    private final UtcTimestampConverter converter = new UtcTimestampConverter();
    private final TimeZone before = TimeZone.getDefault();

    @BeforeEach
    void moveToBerlin() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterEach
    void moveBack() {
        TimeZone.setDefault(before);
    }

    @Test
    void aTimeIsStoredInUtcAndReadBack() {
        assertThat(converter.convertToDatabaseColumn(INSTANT)).isEqualTo(COLUMN);
        assertThat(converter.convertToEntityAttribute(COLUMN)).isEqualTo(INSTANT);
    }

    @Test
    void noTimeStaysNone() {
        assertThat(converter.convertToDatabaseColumn(null)).isNull();
        assertThat(converter.convertToEntityAttribute(null)).isNull();
    }
}
