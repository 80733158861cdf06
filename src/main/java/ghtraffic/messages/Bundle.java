package ghtraffic.messages;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of one language. */
final class Bundle {

    private static final String NAME = "ghtraffic.messages.text";

    private Bundle() {}

    static ResourceBundle in(Locale language) {
        return ResourceBundle.getBundle(
                NAME, language, Bundle.class.getClassLoader(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** The text of a key; a key that is none is shown as Faces shows it, so that it is seen. */
    static String text(String key, Locale language) {
        try {
            return in(language).getString(key);
        } catch (MissingResourceException e) {
            return "???" + key + "???";
        }
    }
}
