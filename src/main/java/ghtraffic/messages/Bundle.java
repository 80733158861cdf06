package ghtraffic.messages;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Reads the texts of one language. */
final class Bundle {

    private static final String NAME = "ghtraffic.messages.text";

    private Bundle() {}

    static ResourceBundle in(Locale language) {
        return ResourceBundle.getBundle(
                NAME, language, Bundle.class.getClassLoader(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /**
     * Returns the text of a key. A missing key is returned between question marks, as Faces does, so that somebody
     * notices.
     */
    static String text(String key, Locale language) {
        try {
            return in(language).getString(key);
        } catch (MissingResourceException e) {
            return "???" + key + "???";
        }
    }
}
