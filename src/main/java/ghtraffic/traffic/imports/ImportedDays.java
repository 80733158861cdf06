package ghtraffic.traffic.imports;

import ghtraffic.traffic.daily.Coverage;
import ghtraffic.traffic.daily.PeriodNumbers;
import ghtraffic.traffic.daily.RepositoryDays;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days of one repository in a file, each at most once. They are packed, because a file may have half a million. */
final class ImportedDays implements RepositoryDays {

    private static final int WIDTH = 8;

    private final int repository;
    private final BitSet known = new BitSet();
    private int[] cells = new int[WIDTH * 16];
    private int size;

    ImportedDays(int repository) {
        this.repository = repository;
    }

    @Override
    public int repository() {
        return repository;
    }

    /**
     * Adds a day unless it was added before.
     *
     * @return null if the day was added now, or before with the same numbers; else the number of the line that added it
     */
    @Nullable
    Integer add(int line, PeriodNumbers numbers) {
        int day = (int) ChronoUnit.DAYS.between(CellParser.FIRST_DAY, numbers.start());
        if (known.get(day)) {
            int at = place(day);
            return numbers.equals(numbers(at)) ? null : cells[at + 1];
        }
        known.set(day);
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, size * 2);
        }
        int[] row = {
            day,
            line,
            numbers.views(),
            numbers.visitors(),
            numbers.viewsCovered().code(),
            numbers.clones(),
            numbers.cloners(),
            numbers.clonesCovered().code()
        };
        System.arraycopy(row, 0, cells, size, WIDTH);
        size += WIDTH;
        return null;
    }

    private int place(int day) {
        int at = 0;
        while (cells[at] != day) {
            at += WIDTH;
        }
        return at;
    }

    private PeriodNumbers numbers(int at) {
        return new PeriodNumbers(
                CellParser.FIRST_DAY.plusDays(cells[at]),
                cells[at + 2],
                cells[at + 3],
                Coverage.of((short) cells[at + 4]),
                cells[at + 5],
                cells[at + 6],
                Coverage.of((short) cells[at + 7]));
    }

    @Override
    public List<PeriodNumbers> days() {
        List<PeriodNumbers> days = new ArrayList<>();
        for (int at = 0; at < size; at += WIDTH) {
            days.add(numbers(at));
        }
        days.sort(Comparator.comparing(PeriodNumbers::start));
        return days;
    }
}
