package ghtraffic.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepositoryFilterTest {

    @Test
    void theFirst140CharactersCountWithoutBlanksAroundThem() {
        assertThat(RepositoryFilter.called("  acme/widgets \n").search()).isEqualTo("acme/widgets");
        assertThat(RepositoryFilter.called(" " + "x".repeat(5_000)).search()).isEqualTo("x".repeat(140));
        assertThat(new RepositoryFilter("x".repeat(139) + "  y", 1).search()).isEqualTo("x".repeat(139));
    }

    @Test
    void nothingEnteredIsAll() {
        assertThat(RepositoryFilter.called(null)).isEqualTo(RepositoryFilter.ALL);
        assertThat(RepositoryFilter.called("  ")).isEqualTo(RepositoryFilter.ALL);
    }
}
