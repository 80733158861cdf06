package ghtraffic.lists;

/** Text that somebody looks for in names, as native queries take it. */
public final class SearchText {

    /** The most characters of an address, and so of what is looked for in one. */
    public static final int LONGEST_ADDRESS = 255;

    /** Db2 counts bytes, of which a character has up to four. */
    private static final int BYTES = 4;

    private SearchText() {}

    /** As much of what was entered as is looked for, without blanks around it. */
    public static String cut(String entered, int most) {
        String text = entered.strip();
        return text.substring(0, Math.min(most, text.length())).strip();
    }

    /** The parameter of this number, for a text that was cut to as many characters. */
    public static String parameter(int number, int most) {
        return "cast(?" + number + " as varchar(" + BYTES * most + "))";
    }
}
