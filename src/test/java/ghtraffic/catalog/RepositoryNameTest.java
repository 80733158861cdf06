package ghtraffic.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/widgets",
                "  acme/widgets ",
                "https://github.com/acme/widgets",
                "https://github.com/acme/widgets.git",
                "https://www.github.com/acme/widgets/"
            })
    void readsAFullNameOrAPastedAddress(String text) {
        assertThat(RepositoryName.parse(text)).isEqualTo(new RepositoryName("acme", "widgets"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                "acme/",
                "/widgets",
                "acme/wid gets",
                "acme/widgets/traffic",
                "acme/..",
                "acme/.",
                "-acme/widgets",
                "ac--me/widgets",
                "acme/wídgets",
                "acme/widgets?x=1",
                "acme/widgets%2F..",
                "https://elsewhere.example/acme/widgets"
            })
    void refusesWhatGitHubWouldNotAllow(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RepositoryName.parse(text));
    }

    @Test
    void boundsTheLength() {
        assertThat(new RepositoryName("a".repeat(39), "b".repeat(100)).name()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> new RepositoryName("a".repeat(40), "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RepositoryName("a", "b".repeat(101)));
    }
}
