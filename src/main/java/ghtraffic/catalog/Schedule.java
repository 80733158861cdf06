package ghtraffic.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How often a repository is collected without being asked. The codes are those of the column {@code repos.schedule}. */
public enum Schedule {
    /** As the installation does by default. */
    DEFAULT(0, Duration.ZERO),
    /** Once a day. */
    DAILY(1, Duration.ofDays(1)),
    /** Once a week; GitHub keeps two weeks. */
    WEEKLY(2, Duration.ofDays(7)),
    /** Never. */
    PAUSED(3, Duration.ZERO),
    /** Once an hour; what an installation does by default unless told. */
    HOURLY(4, Duration.ofHours(1));

    private final int code;
    private final Duration interval;

    Schedule(int code, Duration interval) {
        this.code = code;
        this.interval = interval;
    }

    /**
     * Reads a name, without regard to case.
     *
     * @throws IllegalArgumentException with a message for people
     */
    public static Schedule parse(String text) {
        for (Schedule schedule : values()) {
            if (schedule.toString().equalsIgnoreCase(text.strip())) {
                return schedule;
            }
        }
        throw new IllegalArgumentException("schedule: must be default, hourly, daily, weekly or paused");
    }

    /** The schedule of a code; codes that nobody knows count as the default. */
    static Schedule of(int code) {
        for (Schedule schedule : values()) {
            if (schedule.code == code) {
                return schedule;
            }
        }
        return DEFAULT;
    }

    int code() {
        return code;
    }

    /** This one, or the installation's where it is the default. */
    public Schedule or(Schedule ofTheInstallation) {
        return this == DEFAULT ? ofTheInstallation : this;
    }

    /**
     * The first time after {@code now} at which a collection is due: whole intervals of UTC, moved by an offset. Empty for a
     * schedule without an interval.
     */
    public Optional<Instant> next(Instant now, Duration offset) {
        if (interval.isZero()) {
            return Optional.empty();
        }
        long length = interval.toSeconds();
        long since = Math.floorMod(now.getEpochSecond() - offset.toSeconds(), length);
        return Optional.of(Instant.ofEpochSecond(now.getEpochSecond() + length - since));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
