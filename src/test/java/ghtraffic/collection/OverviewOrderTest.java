package ghtraffic.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverviewOrderTest {

    private static final List<Integer> BY_NAME = List.of(5, 1, 4, 2, 3);
    private static final Map<Integer, Double> NUMBERS = Map.of(1, 10.0, 2, 0.0, 3, 10.0, 5, Double.POSITIVE_INFINITY);

    @ParameterizedTest
    @CsvSource({"name, 5 1 4 2 3", "-name, 3 2 4 1 5", "views, 2 1 3 5 4", "-views, 5 1 3 2 4"})
    void ordersByNumberThenNameAndPutsWhatHasNoNumberLast(String text, String ids) {
        assertThat(OverviewOrder.of(text).of(BY_NAME, NUMBERS))
                .extracting(String::valueOf)
                .containsExactly(ids.split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void isReadAsItIsWritten(OverviewOrder.Key key) {
        for (boolean descending : new boolean[] {true, false}) {
            OverviewOrder order = new OverviewOrder(key, descending);
            assertThat(OverviewOrder.of(order.toString())).isEqualTo(order);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--views", "Views", "views ", "<script>"})
    void isByNameWhereTheWordIsNone(String text) {
        assertThat(OverviewOrder.of(text)).isEqualTo(OverviewOrder.BY_NAME);
    }

    @Test
    void aHeadingLeadsToTheLargestFirstAndThenTurnsTheOrder() {
        OverviewOrder views = OverviewOrder.BY_NAME.at(OverviewOrder.Key.VIEWS);
        assertThat(views).hasToString("-views");
        assertThat(views.at(OverviewOrder.Key.VIEWS)).hasToString("views");
        assertThat(views.at(OverviewOrder.Key.HEALTH)).hasToString("-health");
        assertThat(views.at(OverviewOrder.Key.NAME)).hasToString("name");
        assertThat(OverviewOrder.BY_NAME.at(OverviewOrder.Key.NAME)).hasToString("-name");
    }
}
