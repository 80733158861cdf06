package ghtraffic.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedServerTest {

    @TempDir
    private Path folder;

    private Path unpacked;

    @BeforeEach
    void choose() {
        unpacked = folder.resolve("new/unpacked");
    }

    @Test
    void theServerIsUnpackedForItsOwnerAndItsCommandsRun() throws IOException {
        try (UnpackedServer server = UnpackedServer.of(jar("first", "one"), unpacked)) {
            assertThat(server.home().resolve("usr/servers/traffic/server.xml")).hasContent("one");
            assertThat(server.home().resolve("bin/server")).isExecutable();
            assertThat(server.home().resolve("bin/tools/tool.jar")).exists();
            assertThat(server.home().resolve("META-INF")).doesNotExist();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(unpacked)))
                .isEqualTo("rwx------");
    }

    @Test
    void theSecondStartFindsWhatTheFirstLeft() throws IOException {
        Path jar = jar("first", "one");
        try (UnpackedServer server = UnpackedServer.of(jar, unpacked)) {
            Files.writeString(server.home().resolve("workarea"), "cached");
        }
        try (UnpackedServer server = UnpackedServer.of(jar, unpacked)) {
            assertThat(server.home().resolve("workarea")).hasContent("cached");
        }
    }

    @Test
    void anotherJarIsUnpackedAnewAndTheOldFilesGo() throws IOException {
        Path old;
        try (UnpackedServer server = UnpackedServer.of(jar("first", "one"), unpacked)) {
            old = server.home();
        }
        try (UnpackedServer server = UnpackedServer.of(jar("second", "one and more"), unpacked)) {
            assertThat(server.home().resolve("usr/servers/traffic/server.xml")).hasContent("one and more");
            assertThat(old).doesNotExist();
        }
        assertThat(files(unpacked)).hasSize(2);
    }

    @Test
    void whatWasHalfUnpackedIsNotRun() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
        assertThatThrownBy(() -> UnpackedServer.of(broken, unpacked)).isInstanceOf(IOException.class);
        assertThat(files(unpacked)).noneMatch(file -> file.startsWith("server-") && !file.endsWith(".lock"));
    }

    @Test
    void theDataIsBesideTheCallerUnlessItsFolderIsSet() throws IOException {
        Map<String, String> environment =
                new HashMap<>(Map.of("DATA_DIR", folder.resolve("data").toString()));
        Launcher.complete(environment, unpacked);
        assertThat(folder.resolve("data")).isDirectory();
        assertThat(environment)
                .containsEntry("KEYSTORE_FILE", folder.resolve("data/key.p12").toString())
                .containsEntry("LTPA_FILE", folder.resolve("data/ltpa.keys").toString())
                .containsEntry(
                        "SERVER_WORKING_DIR",
                        unpacked.resolve("usr/servers/traffic").toString());
    }

    @Test
    void aDataFolderThatCannotBeMadeIsLeftToTheServerToReport() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        String data = file.resolve("data").toString();
        Map<String, String> environment = new HashMap<>(Map.of("DATA_DIR", data));
        Launcher.complete(environment, unpacked);
        assertThat(environment).containsEntry("DATA_DIR", data).containsKey("KEYSTORE_FILE");
    }

    @Test
    void theOutputFolderHoldsTheUnpackedServer() {
        assertThat(Launcher.folder(Map.of("WLP_OUTPUT_DIR", "/output"))).isEqualTo(Path.of("/output/unpacked"));
        assertThat(Launcher.folder(Map.of()).getParent()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path jar(String name, String configuration) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String file : List.of(
                    "META-INF/MANIFEST.MF",
                    "wlp/bin/server",
                    "wlp/bin/tools/tool.jar",
                    "wlp/usr/servers/traffic/server.xml")) {
                entries.putNextEntry(new JarEntry(file));
                entries.write(configuration.getBytes(StandardCharsets.UTF_8));
                entries.closeEntry();
            }
        }
        return jar;
    }
}
