package ghtraffic.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghtraffic.traffic.Totals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryOrderTest {

    private static final List<Integer> BY_NAME = List.of(5, 1, 4, 2, 3);
    private static final Map<Integer, Totals> SUMS = Map.of(
            1, new Totals(10L, 0L),
            2, new Totals(0L, 7L),
            3, new Totals(10L, 3_000_000_000L),
            5, new Totals(9L, 7L),
            4, new Totals(null, null));

    @ParameterizedTest
    @CsvSource({
        "name, 5 1 4 2 3",
        "-name, 3 2 4 1 5",
        "views, 2 5 1 3 4",
        "-views, 1 3 5 2 4",
        "clones, 1 5 2 3 4",
        "-clones, 3 5 2 1 4",
    })
    void ordersByNumberThenNameAndPutsWhatWasNotCollectedLast(String text, String ids) {
        RepositoryOrder order = RepositoryOrder.parse(text);
        assertThat(order.of(BY_NAME, SUMS)).extracting(String::valueOf).containsExactly(ids.split(" "));
        assertThat(order).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--views", "Views", "views ", "visitors", "+views", "views,-name"})
    void refusesOtherWords(String text) {
        assertThatThrownBy(() -> RepositoryOrder.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sort: must be name, views or clones");
    }
}
