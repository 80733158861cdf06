package ghtraffic.standin.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One visitor who views or clones a repository within one hour. */
record Visit(long seed, int regulars) {

    private static final double SHARE_OF_REGULARS = 0.45;
    private static final double SHARE_WITH_REFERRER = 0.65;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final int MOST_AT_ONCE = 4;
    private static final int STRANGERS = 1_000_000;

    /**
     * Returns all visits of a UTC hour.
     *
     * @param hour the hours since 1970
     */
    static List<Visit> during(Repository repository, TrafficKind kind, long hour) {
        double perDay = repository.activity().perDay(kind);
        double expected = perDay / 24 * rhythm(repository, kind, hour);
        long stream = Dice.number(repository.id(), kind.key(), hour);
        int visits = (int) (expected * (0.6 + 0.8 * Dice.fraction(stream, 1)) + Dice.fraction(stream, 2));
        int regulars = (int) Math.ceil(perDay * 2);
        return IntStream.range(0, visits)
                .mapToObj(index -> new Visit(Dice.number(stream, 3, index), regulars))
                .toList();
    }

    /** Returns the number of pages that the visitor views, or of their clones. */
    int count() {
        return 1 + (int) (MOST_AT_ONCE * Math.pow(Dice.fraction(seed, 1), 2));
    }

    int visitor() {
        return Dice.fraction(seed, 2) < SHARE_OF_REGULARS
                ? Dice.below(regulars, seed, 3)
                : regulars + Dice.below(STRANGERS, seed, 3);
    }

    /** Returns the index of one of this many referrers, low ones most often; empty for visitors without a referrer. */
    Optional<Integer> referrer(int sites) {
        return Dice.fraction(seed, 4) < SHARE_WITH_REFERRER ? Optional.of(favourite(sites, 5)) : Optional.empty();
    }

    /** Returns the index of one of this many pages, for each of the {@link #count()} views. */
    int page(int look, int pages) {
        return favourite(pages, 6 + look);
    }

    private int favourite(int choices, int key) {
        return (int) (choices * Math.pow(Dice.fraction(seed, key), 2));
    }

    private static double rhythm(Repository repository, TrafficKind kind, long hour) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(hour, 24L));
        double afternoon = 1 + 0.7 * Math.sin((Math.floorMod(hour, 24) - 8) / 24.0 * 2 * Math.PI);
        double weekday = day.getDayOfWeek().getValue() <= 5 ? 1.15 : 0.6;
        double years = (day.toEpochDay() - LocalDate.EPOCH.withYear(2019).toEpochDay()) / DAYS_PER_YEAR;
        double trend = Math.max(0.4, 0.7 + 0.1 * years);
        return afternoon * weekday * trend * spike(repository, kind, day.toEpochDay());
    }

    private static double spike(Repository repository, TrafficKind kind, long day) {
        if (isSpike(repository, kind, day)) {
            return 5;
        }
        return isSpike(repository, kind, day - 1) ? 2.5 : 1;
    }

    private static boolean isSpike(Repository repository, TrafficKind kind, long day) {
        return Dice.fraction(repository.id(), kind.key(), day, 7) < 0.02;
    }
}
