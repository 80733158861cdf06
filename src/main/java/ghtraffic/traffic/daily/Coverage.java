package ghtraffic.traffic.daily;

/** How much of a day or week a collection saw. The better comes first, and what was seen better once stays so. */
public enum Coverage {
    /** All of it. */
    WHOLE,
    /** A part of it, or it was not over. */
    PARTIAL,
    /** Nothing: the numbers beside it mean nothing. */
    NONE;

    public short code() {
        return (short) ordinal();
    }

    public static Coverage of(short code) {
        return values()[code];
    }
}
