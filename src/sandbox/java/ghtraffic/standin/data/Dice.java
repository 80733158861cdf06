package ghtraffic.standin.data;

/** Random numbers without state: the same keys always give the same number, in every run and on every machine. */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Dice() {}

    /** Returns a number from 0 to 1, excluding 1. */
    static double fraction(long... keys) {
        return (number(keys) >>> 11) * 0x1.0p-53;
    }

    static int below(int bound, long... keys) {
        return (int) (fraction(keys) * bound);
    }

    static long number(long... keys) {
        long number = GOLDEN;
        for (long key : keys) {
            number = mixed(number * 31 + key + GOLDEN);
        }
        return number;
    }

    /** Stafford's variant 13 of the MurmurHash3 finalizer. */
    private static long mixed(long number) {
        long first = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
