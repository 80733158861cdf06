package ghtraffic.e2e.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/**
 * Checks the appearance of a page in light and dark colors and in wide and narrow windows: it violates no
 * accessibility rule, fits the window, and keeps the content security policy. It also takes screenshots.
 */
public final class Look {

    private static final int NARROW = 390;
    private static final int WIDE = 1280;
    private static final List<Integer> EXTREMES = List.of(360, 1920);

    private Look() {}

    /** Checks the current page, and leaves it light and wide. */
    public static void at(Visitor visitor, String name) {
        EXTREMES.forEach(width -> visitor.fits(name, width));
        visitor.photograph(name, ColorScheme.LIGHT, NARROW);
        visitor.photograph(name, ColorScheme.DARK, NARROW);
        isAccessible(visitor, name + ", dark, narrow");
        visitor.photograph(name, ColorScheme.DARK, WIDE);
        visitor.photograph(name, ColorScheme.LIGHT, WIDE);
        isAccessible(visitor, name + ", light, wide");
        assertThat(visitor.forbidden()).as(name).isEmpty();
    }

    /** Takes most of the time of a look. A page has the same elements in both widths, so each width and each color scheme is checked once. */
    private static void isAccessible(Visitor visitor, String look) {
        assertThat(visitor.accessibilityViolations()).as(look).isEmpty();
    }
}
