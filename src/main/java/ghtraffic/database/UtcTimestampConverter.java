package ghtraffic.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Stores a point in time as a {@code TIMESTAMP} that holds date and time of day in UTC. Every entity attribute of type
 * {@link Instant} uses it, except those of a primary key, where Jakarta Persistence allows no converter. Keys and native SQL
 * use {@link #utc}.
 */
@Converter(autoApply = true)
public final class UtcTimestampConverter implements AttributeConverter<Instant, LocalDateTime> {

    /** Date and time of day in UTC, as a column holds them. */
    public static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The point in time that a column holds. */
    public static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    @Override
    public @Nullable LocalDateTime convertToDatabaseColumn(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable LocalDateTime utc) {
        return utc == null ? null : instant(utc);
    }
}
