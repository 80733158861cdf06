package ghtraffic.traffic.daily;

/**
 * How much of a day or week was collected. The order of the constants is from best to worst, and a stored coverage
 * never gets worse. Stored as the position of the constant.
 */
public enum Coverage {
    /** The complete day or week. */
    WHOLE,
    /** A part of it, or the day or week was not over. */
    PARTIAL,
    /** Nothing; the numbers beside it have no meaning. */
    NONE;

    /** Returns the value in the tables. */
    public short code() {
        return (short) ordinal();
    }

    /** Returns the coverage of a value in the tables. */
    public static Coverage of(short code) {
        return values()[code];
    }
}
