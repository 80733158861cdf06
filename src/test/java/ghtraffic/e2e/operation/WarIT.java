package ghtraffic.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is shipped. */
class WarIT {

    @Test
    void theWarHoldsTheApplicationAndNothingOfTheSandboxTheServerOrTheDrivers() throws IOException {
        Path war = Path.of(System.getProperty("project.directory", ""), "target/github-traffic-analytics.war");
        List<String> names;
        try (ZipFile zip = new ZipFile(war.toFile())) {
            names = zip.stream().map(ZipEntry::getName).toList();
        }
        assertThat(names)
                .contains("WEB-INF/classes/ghtraffic/identity/Viewer.class", "overview.xhtml")
                .noneMatch(name -> name.contains("ghtraffic/sandbox/")
                        || name.contains("ghtraffic/standin/")
                        || name.contains("ghtraffic/server/registry/")
                        || name.contains("ghtraffic/server/driver/")
                        || name.contains("ghtraffic/server/notice/")
                        || name.contains("ghtraffic/server/start/")
                        || name.contains("styleguide")
                        || name.matches(".*/(h2|jcc|derby|sandbox)[^/]*\\.jar"));
    }
}
