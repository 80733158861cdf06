package ghtraffic.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void theFirst140CharactersCountWithoutBlanksAroundThem() {
        assertThat(Selection.called("  acme/widgets \n").search()).isEqualTo("acme/widgets");
        assertThat(Selection.called(" " + "x".repeat(5_000)).search()).isEqualTo("x".repeat(140));
        assertThat(new Selection("x".repeat(139) + "  y", 1).search()).isEqualTo("x".repeat(139));
    }

    @Test
    void nothingEnteredIsAll() {
        assertThat(Selection.called(null)).isEqualTo(Selection.ALL);
        assertThat(Selection.called("  ")).isEqualTo(Selection.ALL);
    }
}
