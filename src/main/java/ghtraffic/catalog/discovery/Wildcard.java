package ghtraffic.catalog.discovery;

/** Matches patterns in which a star stands for any number of characters, including none. Case is ignored. */
final class Wildcard {

    private static final int NONE = -1;

    private Wildcard() {}

    /**
     * Returns whether the whole text matches the pattern. The time grows at most with the product of both lengths, so
     * no pattern can make it slow.
     */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = NONE;
        int resumed = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resumed = t;
            } else if (p < pattern.length() && same(pattern.charAt(p), text.charAt(t))) {
                p++;
                t++;
            } else if (star != NONE) {
                p = star + 1;
                t = ++resumed;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
