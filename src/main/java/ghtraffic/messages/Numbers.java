package ghtraffic.messages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats whole numbers in the language of the current page. */
@Named
@RequestScoped
public class Numbers {

    private static final String NOTHING = "–";
    private static final String MINUS = "\u2212";

    @Inject
    private Language language;

    private NumberFormat format = NumberFormat.getIntegerInstance(Locale.ROOT);

    /** Creates the number format of the page's language. */
    @PostConstruct
    void read() {
        format = NumberFormat.getIntegerInstance(language.getLocale());
    }

    /** Formats a number; null becomes a dash. */
    public String of(@Nullable Number value) {
        return value == null ? NOTHING : format.format(value);
    }

    /** Formats a difference with its sign; null becomes a dash. */
    public String signed(@Nullable Number difference) {
        if (difference == null) {
            return NOTHING;
        }
        long value = difference.longValue();
        return (value > 0 ? "+" : value < 0 ? MINUS : "") + format.format(Math.abs(value));
    }
}
