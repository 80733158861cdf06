package ghtraffic.e2e.world;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts the installed Chromium, if possible the headless one, which takes half the time. */
public final class Chromium {

    private static final List<Path> PLACES = Stream.of(
                    "/usr/bin/chromium-headless-shell",
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();

    private static @Nullable Browser running;

    private Chromium() {}

    /** Returns the browser of this process, whose tests run one after the other. It ends with the process. */
    static synchronized Browser running() {
        if (running == null) {
            try {
                running = launch(playwright());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("The browser did not start", e);
            }
        }
        return running;
    }

    /** Starts Playwright without letting it download browsers. */
    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** Starts a browser. */
    public static Browser launch(Playwright playwright) throws IOException, InterruptedException {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(new DebianPackage("chromium-headless-shell", PLACES).command())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
