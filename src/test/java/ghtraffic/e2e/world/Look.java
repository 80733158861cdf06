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
        for (int width : List.of(NARROW, WIDE)) {
            for (ColorScheme colors : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                visitor.photograph(name, colors, width);
                assertThat(visitor.accessibilityViolations())
                        .as(name + ", " + colors + ", " + width)
                        .isEmpty();
            }
        }
        assertThat(visitor.forbidden()).as(name).isEmpty();
    }
}
