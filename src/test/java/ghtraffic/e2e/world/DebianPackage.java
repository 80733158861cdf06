package ghtraffic.e2e.world;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A program that tests need. If it is missing and the user may install packages, it is installed from the packages of
 * the distribution.
 *
 * @param name the name of the package
 * @param places where the program may be
 */
public record DebianPackage(String name, List<Path> places) {

    private static final Path TURN =
            Path.of(System.getProperty("project.directory", "")).resolve("target/packages.turn");

    /**
     * Finds or installs the program. Only one thread of one process does so at a time, because another may be
     * installing it.
     *
     * @throws IllegalStateException if it is missing and cannot be installed; the message says what to install
     */
    public Path command() throws IOException, InterruptedException {
        synchronized (DebianPackage.class) {
            try (FileChannel turn = FileChannel.open(TURN, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = turn.lock()) {
                Optional<Path> found = find();
                if (found.isEmpty() && mayInstall()) {
                    run("apt-get", "update");
                    run("apt-get", "install", "-y", "--no-install-recommends", name);
                    found = find();
                }
                return found.orElseThrow(() -> new IllegalStateException("Tests need the program of the package " + name
                        + ". Install it, on Debian with: sudo apt-get update && sudo apt-get install " + name));
            }
        }
    }

    private Optional<Path> find() {
        return places.stream().filter(Files::isExecutable).findFirst();
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
