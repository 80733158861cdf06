package ghtraffic.identity;

import java.text.Normalizer;
import java.util.Locale;

/** The one form in which e-mail addresses are compared: composed Unicode, lower case, no space around. */
public final class EmailAddress {

    private EmailAddress() {}

    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

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
