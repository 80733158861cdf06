package ghtraffic.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderWatchTest {

    private static final ProviderEndpoints ONE = endpoints("https://one.example");
    private static final ProviderEndpoints OTHER = endpoints("https://other.example");

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private @Nullable ProviderEndpoints answer;
    private boolean started = true;
    private Path file = Path.of("");
    private ProviderWatch watch = new ProviderWatch(Optional::empty, file, changed -> {});

    @BeforeEach
    void prepare() {
        file = folder.resolve("output/provider.xml");
        watch = new ProviderWatch(() -> Optional.ofNullable(answer), file, this::tell);
    }

    @Test
    void aProviderThatAnswersIsThereWhenTheServerStarts() throws IOException {
        answer = ONE;
        watch.first();
        assertThat(file).hasContent(ONE.configuration());
        assertThat(watch.look().toMinutes()).isEqualTo(5);
        assertThat(told).isEmpty();
    }

    @Test
    void aLateProviderIsAskedSoonAgainAndToldToTheServer() throws IOException {
        Files.createDirectories(folder.resolve("output"));
        Files.writeString(file, "of an earlier start");
        watch.first();
        assertThat(file).hasContent("<server/>");
        assertThat(watch.look().toSeconds()).isEqualTo(2);
        answer = ONE;
        started = false;
        assertThat(watch.look().toSeconds())
                .as("the server does not listen yet")
                .isEqualTo(2);
        started = true;
        assertThat(watch.look().toMinutes()).isEqualTo(5);
        assertThat(told).containsExactly(ONE.configuration());
    }

    @Test
    void aChangeIsToldAndSilenceIsNone() throws IOException {
        answer = ONE;
        watch.first();
        answer = null;
        watch.look();
        answer = OTHER;
        watch.look();
        watch.look();
        assertThat(told).containsExactly(OTHER.configuration());
    }

    private void tell(Path changed) throws JMException {
        if (!started) {
            throw new InstanceNotFoundException();
        }
        try {
            told.add(Files.readString(changed));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ProviderEndpoints endpoints(String address) {
        return new ProviderEndpoints(address + "/a", address + "/t", address + "/k", address, ProviderEndpoints.BASIC);
    }
}
