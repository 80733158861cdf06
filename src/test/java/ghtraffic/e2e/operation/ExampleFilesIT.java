package ghtraffic.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.e2e.world.DebianPackage;
import ghtraffic.e2e.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools that read the examples of {@code docs/deployment} find no mistake in them. */
@Tag("survival")
class ExampleFilesIT {

    private static final Path EXAMPLES = World.PROJECT.resolve("docs/deployment");

    @TempDir
    private Path folder;

    @Test
    void systemdKnowsEachLineOfTheUnit() throws Exception {
        String unit = Files.readString(EXAMPLES.resolve("github-traffic.service"), StandardCharsets.UTF_8);
        Path analyze = new DebianPackage("systemd", List.of(Path.of("/usr/bin/systemd-analyze"))).command();
        assertThat(verify(analyze, unit)).isEmpty();
        assertThat(verify(analyze, unit.replace("DynamicUser=", "DynamicUsers=")))
                .contains("DynamicUsers");
    }

    private String verify(Path analyze, String unit) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        Path file = Files.writeString(
                folder.resolve("github-traffic.service"), unit.replace("ExecStart=/usr/bin/java", "ExecStart=" + java));
        return run(analyze.toString(), "verify", "--man=no", file.toString())
                .lines()
                .filter(line -> line.contains("github-traffic"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void composeUnderstandsItsFile() throws Exception {
        Path compose = new DebianPackage("docker-compose", List.of(Path.of("/usr/bin/docker-compose"))).command();
        Path settings = Files.writeString(
                folder.resolve("env"),
                Stream.of(
                                "APPID_SECRET",
                                "CREDENTIAL_KEY",
                                "KEYSTORE_PASSWORD",
                                "LTPA_PASSWORD",
                                "KC_BOOTSTRAP_ADMIN_PASSWORD")
                        .map(name -> name + "=value-of-" + name + "\n")
                        .collect(Collectors.joining()));
        String understood = run(
                compose.toString(),
                "--env-file",
                settings.toString(),
                "-f",
                EXAMPLES.resolve("compose.yaml").toString(),
                "config");
        assertThat(understood)
                .contains("CREDENTIAL_KEY: value-of-CREDENTIAL_KEY", "KC_BOOTSTRAP_ADMIN_PASSWORD: value-of-KC")
                .doesNotContainIgnoringCase("warning");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isBetween(0, 1);
        return output;
    }
}
