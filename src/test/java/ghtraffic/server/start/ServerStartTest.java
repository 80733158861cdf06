package ghtraffic.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerStartTest {

    @TempDir
    private Path folder;

    @Test
    void aSecretThatIsMountedAsFilesIsGiven() throws IOException {
        Path version = Files.createDirectory(folder.resolve("..2026_01_31"));
        Files.writeString(version.resolve("CREDENTIAL_KEY"), "k");
        Files.createSymbolicLink(folder.resolve("..data"), version);
        Files.createSymbolicLink(folder.resolve("CREDENTIAL_KEY"), Path.of("..data/CREDENTIAL_KEY"));
        assertThat(ServerStart.files(List.of(folder, folder.resolve("none")))).isEqualTo(Map.of("CREDENTIAL_KEY", "k"));
    }
}
