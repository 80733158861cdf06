package ghtraffic.sandbox;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Copies the results of the build to the folders of the sandbox's two servers. */
final class SandboxFiles {

    private SandboxFiles() {}

    static void layApplication(SandboxSettings settings) throws IOException {
        Path built = settings.wlp().resolve("usr/servers/traffic");
        Path server = settings.home().resolve("usr/servers/traffic");
        copy(built.resolve("server.xml"), server.resolve("server.xml"));
        copy(built.resolve("jvm.options"), server.resolve("jvm.options"));
        copy(
                built.resolve("apps/github-traffic-analytics-notice.war"),
                server.resolve("apps/github-traffic-analytics-notice.war"));
        try (Stream<Path> files = Files.walk(built.resolve("resources"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, server.resolve(built.relativize(file).toString()));
            }
        }
        Path application = server.resolve("apps/github-traffic-analytics.war");
        delete(application);
        unpack(settings.build().resolve("github-traffic-analytics.war"), application);
        copy(jar(settings), application.resolve("WEB-INF/lib/sandbox.jar"));
        for (Path library : settings.libraries()) {
            copy(library, application.resolve("WEB-INF/lib").resolve(library.getFileName()));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(archive);
                Stream<Path> files = Files.walk(zip.getPath("/"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, folder.resolve(file.toString().substring(1)));
            }
        }
    }

    static void layProvider(SandboxSettings settings) throws IOException {
        Path sources = settings.project().resolve("src/sandbox/liberty");
        Path usr = settings.home().resolve("usr");
        copy(sources.resolve("provider.xml"), usr.resolve("servers/provider/server.xml"));
        copy(jar(settings), usr.resolve("extension/lib/ghtraffic.sandbox_1.0.0.jar"));
        copy(sources.resolve("sandbox-1.0.mf"), usr.resolve("extension/lib/features/sandbox-1.0.mf"));
    }

    private static Path jar(SandboxSettings settings) {
        return settings.build().resolve("github-traffic-analytics-sandbox.jar");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
