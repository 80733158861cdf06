package ghtraffic.e2e.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** A look at a page, light and dark, wide and narrow: it breaks no rule of accessibility, fits, keeps the policy, and is photographed. */
public final class Look {

    private static final int NARROW = 390;
    private static final int WIDE = 1280;
    private static final List<Integer> EXTREMES = List.of(360, 1920);

    private Look() {}

    /** Leaves the page light and wide. */
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

    /** It takes longer than all else. Each colour scheme and each width is tried once: a page has the same elements in all. */
    private static void isAccessible(Visitor visitor, String look) {
        assertThat(visitor.accessibilityViolations()).as(look).isEmpty();
    }
}
