package ghtraffic.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How often a repository is collected automatically. The codes are the values of the column {@code repos.schedule}. */
public enum Schedule {
    /** As the server is configured. */
    DEFAULT(0, Duration.ZERO),
    /** Once a day. */
    DAILY(1, Duration.ofDays(1)),
    /** Once a week. GitHub keeps two weeks. */
    WEEKLY(2, Duration.ofDays(7)),
    /** Never. */
    PAUSED(3, Duration.ZERO),
    /** Once an hour. This is also the default of the server. */
    HOURLY(4, Duration.ofHours(1));

    private final int code;
    private final Duration interval;

    Schedule(int code, Duration interval) {
        this.code = code;
        this.interval = interval;
    }

    /**
     * Returns the schedule with this name, in any case.
     *
     * @throws IllegalArgumentException with a message for users
     */
    public static Schedule parse(String text) {
        for (Schedule schedule : values()) {
            if (schedule.toString().equalsIgnoreCase(text.strip())) {
                return schedule;
            }
        }
        throw new IllegalArgumentException("schedule: must be default, hourly, daily, weekly or paused");
    }

    /** Returns the schedule of a code. Unknown codes count as the default. */
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

    /**
     * Returns this schedule, or the one of the server when this is the default.
     *
     * @param ofTheInstallation the schedule that the server is configured with
     */
    public Schedule or(Schedule ofTheInstallation) {
        return this == DEFAULT ? ofTheInstallation : this;
    }

    /**
     * Returns the first time after {@code now} at which a collection is due. Intervals are counted from the epoch in
     * UTC and shifted by the offset.
     *
     * @return empty for a schedule without an interval
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
