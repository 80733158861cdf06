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
 * The machine's own Chromium, if possible the one without windows, which takes half the time; installed from the
 * distribution's packages where that is allowed.
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

    /** The browser of this process, whose tests run one after the other; it ends with the process. */
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

    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

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

    /** One thread of one process at a time looks: another may be in the midst of installing it. */
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
