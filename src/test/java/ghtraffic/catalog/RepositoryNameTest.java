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
                "https://www.github.com/acme/widgets/",
                "http://github.com/acme/widgets",
                "HTTPS://GitHub.com/acme/widgets",
                "github.com/acme/widgets",
                "https://github.com/acme/widgets/graphs/traffic",
                "https://github.com/acme/widgets?tab=readme-ov-file#usage",
                "https://github.com/acme/widgets#usage",
                "https://github.com/acme/widgets/blob/main/docs/a b.md?plain=1",
                "git@github.com:acme/widgets.git",
                "git@github.com:acme/widgets",
                "ssh://git@github.com/acme/widgets.git",
                "git://github.com/acme/widgets.git"
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
                "acme/wídgets",
                "acme/widgets?x=1",
                "acme/widgets%2F..",
                "https://elsewhere.example/acme/widgets",
                "https://github.com.elsewhere.example/acme/widgets",
                "git@elsewhere.example:acme/widgets.git",
                "https://github.com/acme",
                "https://github.com/acme/.."
            })
    void refusesWhatGitHubWouldNotAllow(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RepositoryName.parse(text));
    }

    /** GitHub gave such names to accounts in its early years. */
    @ParameterizedTest
    @ValueSource(strings = {"-acme", "acme-", "ac--me", "acme_corp", "_", "0"})
    void acceptsEveryOwnerThatGitHubMayHave(String owner) {
        assertThat(RepositoryName.parse(owner + "/widgets").owner()).isEqualTo(owner);
    }

    @Test
    void boundsTheLength() {
        assertThat(new RepositoryName("a".repeat(39), "b".repeat(100)).name()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> new RepositoryName("a".repeat(40), "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RepositoryName("a", "b".repeat(101)));
    }
}
