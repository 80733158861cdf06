package ghtraffic.e2e.world;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts the installed Chromium, if possible the headless one, which takes half the time. If there is none and the
 * user may install packages, it is installed from the packages of the distribution.
 */
public final class Chromium {

    private static final List<Path> PLACES = Stream.of(
                    "/usr/bin/chromium-headless-shell",
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();

    private static final Path TURN =
            Path.of(System.getProperty("project.directory", "")).resolve("target/chromium.turn");

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
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /**
     * Finds or installs Chromium. Only one thread of one process does so at a time, because another may be installing
     * it.
     */
    private static synchronized Path executable() throws IOException, InterruptedException {
        try (FileChannel turn = FileChannel.open(TURN, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = turn.lock()) {
            Optional<Path> found = find();
            if (found.isEmpty() && mayInstall()) {
                run("apt-get", "update");
                run("apt-get", "install", "-y", "--no-install-recommends", "chromium-headless-shell");
                found = find();
            }
            return found.orElseThrow(
                    () -> new IllegalStateException("The browser tests need Chromium. Install it, on Debian"
                            + " with: sudo apt-get update && sudo apt-get install chromium-headless-shell"));
        }
    }

    private static Optional<Path> find() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    private static boolean mayInstall() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " failed with exit code " + exit);
        }
    }
}
