package ghtraffic.standin.data;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;

/** The 14 days that GitHub reports on, in hours since 1970. */
record Window(long fromHour, long untilHour) {

    private static final Duration LENGTH = Duration.ofDays(14);

    /** Returns the window up to the last full hour. Its oldest and its newest day are partial. */
    static Window rolling(Instant now) {
        return until(now.truncatedTo(ChronoUnit.HOURS));
    }

    /** Returns the window up to the last midnight, because referrers and pages are updated once a day. */
    static Window ofWholeDays(Instant now) {
        return until(now.truncatedTo(ChronoUnit.DAYS));
    }

    private static Window until(Instant end) {
        return new Window(hourOf(end.minus(LENGTH)), hourOf(end));
    }

    /** Returns the hours of the window in which the repository exists. */
    LongStream hours(Repository repository) {
        return LongStream.range(Math.max(fromHour, hourOf(repository.created())), untilHour);
    }

    private static long hourOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), 3_600L);
    }
}
