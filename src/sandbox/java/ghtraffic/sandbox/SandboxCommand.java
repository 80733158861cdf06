package ghtraffic.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sandbox command: starts everything, prints the next steps, and ends everything with Ctrl+C. */
public final class SandboxCommand {

    private static final Pattern SET_UP_CODE = Pattern.compile("set-up code: ([A-Z0-9-]+)");

    private SandboxCommand() {}

    /** Runs until the process is ended. The first argument is the project's folder. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        Path project = Path.of(arguments.length > 0 ? arguments[0] : "").toAbsolutePath();
        AtomicReference<String> setUpCode = new AtomicReference<>("");
        out.println("Starting the sandbox: application, identity provider, GitHub stand-in (about half a minute) …");
        Sandbox sandbox;
        SandboxSettings settings;
        SignInChoice choice;
        try {
            choice = SignInChoice.named(System.getProperty("provider", ""));
            settings = SandboxSettings.ofEnvironment(project, System.getenv());
            sandbox = choice.start(settings, line -> {
                Matcher code = SET_UP_CODE.matcher(line);
                if (code.find()) {
                    setUpCode.set(code.group(1));
                } else if (line.contains("[WARNING ]") || line.contains("[ERROR   ]")) {
                    out.println(line);
                }
            });
        } catch (IOException | IllegalArgumentException | IllegalStateException | TimeoutException e) {
            out.println("The sandbox did not start: " + e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(SandboxCommand::sayEnd));
        out.println(block(sandbox, settings, choice, Objects.requireNonNullElse(setUpCode.get(), "")));
        new CountDownLatch(1).await();
    }

    /** Prints directly to the console, because Maven shuts its own output down at the same time and may fail. */
    private static void sayEnd() {
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                .println("Stopping the sandbox; its data stays in .sandbox");
    }

    private static String block(Sandbox sandbox, SandboxSettings settings, SignInChoice choice, String setUpCode) {
        String first = setUpCode.isEmpty() ? "Open the address and sign in." : """
                Open the address and sign in as admin@example.com.
                               The first set-up asks for
                                 set-up code   %s
                                 GitHub user   acme
                                 GitHub token  sandbox-token""".formatted(setUpCode);
        return """

                ────────────────────────────────────────────────────────────────────────
                  GitHub Traffic Analytics is running:  %s

                  Users        %s
                  Next         %s
                               Then add a repository, say acme/widgets, and press "Collect now".
                  GitHub       a stand-in at %s
                               (acme/widgets, acme/gadgets, acme/quiet, acme/young, octo-dev/hello)
                  Note         The certificate is the sandbox's own; your browser warns once.
                  Data, logs   %s
                  End          Ctrl+C
                ────────────────────────────────────────────────────────────────────────
                """.formatted(
                        sandbox.url(), choice.users(), first, sandbox.gitHub().uri(), settings.home());
    }
}
