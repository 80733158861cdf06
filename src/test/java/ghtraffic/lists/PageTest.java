package ghtraffic.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final List<String> FOUR = List.of("a", "b", "c", "d");

    @Test
    void isCutFromTheWhole() {
        assertThat(Page.of(FOUR, 0, 3)).isEqualTo(new Page<>(List.of("a", "b", "c"), 0, 3, 4));
        assertThat(Page.of(FOUR, 0, 3).hasNext()).isTrue();
        assertThat(Page.of(FOUR, 1, 3).items()).containsExactly("d");
        assertThat(Page.of(FOUR, 1, 3).hasNext()).isFalse();
        assertThat(Page.of(FOUR, 0, 4).hasNext()).isFalse();
    }

    @Test
    void isTheFirstWhereAnAddressNamesNone() {
        assertThat(Page.number("12")).isEqualTo(12);
        assertThat(Page.number("999999")).isEqualTo(999_999);
        assertThat(Page.number(null)).isZero();
        assertThat(Page.number("")).isZero();
        assertThat(Page.number("-1")).isZero();
        assertThat(Page.number("1000000")).isZero();
        assertThat(Page.number("two")).isZero();
    }

    @Test
    void isEmptyBeyondTheEnd() {
        assertThat(Page.of(FOUR, 2, 3)).isEqualTo(new Page<>(List.of(), 2, 3, 4));
        assertThat(Page.of(FOUR, Integer.MAX_VALUE, Page.LARGEST_SIZE).items()).isEmpty();
        assertThat(Page.of(List.of(), 0, 1).hasNext()).isFalse();
    }
}
