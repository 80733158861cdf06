package ghtraffic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** A look at a page: it breaks no rule of accessibility, wide and light, narrow and dark, and is photographed. */
final class Look {

    private Look() {}

    static void at(Visitor visitor, String name) {
        check(visitor, name, ColorScheme.DARK, 390);
        check(visitor, name, ColorScheme.LIGHT, 1280);
        visitor.photograph(name);
    }

    private static void check(Visitor visitor, String name, ColorScheme scheme, int width) {
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        visitor.page().setViewportSize(width, 900);
        assertThat(visitor.accessibilityViolations())
                .as("%s, %s, %d px", name, scheme, width)
                .isEmpty();
    }
}
