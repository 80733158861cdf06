package ghtraffic.lists;

/** Prepares a search text for native queries. */
public final class SearchText {

    /** The longest address, and so the longest text to search for in one, in characters. */
    public static final int LONGEST_ADDRESS = 255;

    /** Db2 counts bytes; a character takes up to four in UTF-8. */
    private static final int BYTES = 4;

    private SearchText() {}

    /** Strips the entered text and cuts it to this many characters. */
    public static String cut(String entered, int most) {
        String text = entered.strip();
        return text.substring(0, Math.min(most, text.length())).strip();
    }

    /** Returns the SQL of the parameter with this number, for a text that was cut to this many characters. */
    public static String parameter(int number, int most) {
        return "cast(?" + number + " as varchar(" + BYTES * most + "))";
    }
}
