package ghtraffic.identity;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Normalizes email addresses to the one form in which they are compared: composed Unicode (NFC), lower case, no
 * surrounding space.
 */
public final class EmailAddress {

    private EmailAddress() {}

    /** Returns the address in its normal form. */
    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns whether the text can be an email address: text on both sides of an at sign, at most 255 characters, no
     * white space, control characters or asterisks.
     */
    public static boolean looksLikeOne(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at < text.length() - 1
                && text.length() <= 255
                && text.chars().noneMatch(EmailAddress::foreign);
    }

    private static boolean foreign(int c) {
        return Character.isWhitespace(c) || Character.isISOControl(c) || c == '*';
    }
}
