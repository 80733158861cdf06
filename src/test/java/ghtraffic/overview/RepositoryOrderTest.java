package ghtraffic.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghtraffic.traffic.series.Totals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryOrderTest {

    private static final List<Integer> BY_NAME = List.of(5, 1, 4, 2, 3);
    private static final Map<Integer, Double> NUMBERS = Map.of(1, 10.0, 2, 0.0, 3, 10.0, 5, Double.POSITIVE_INFINITY);

    @ParameterizedTest
    @CsvSource({"name, 5 1 4 2 3", "-name, 3 2 4 1 5", "views, 2 1 3 5 4", "-views, 5 1 3 2 4"})
    void ordersByNumberThenNameAndPutsWhatHasNoNumberLast(String text, String ids) {
        assertThat(RepositoryOrder.of(text).orElseThrow().of(BY_NAME, NUMBERS))
                .extracting(String::valueOf)
                .containsExactly(ids.split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void isReadAsItIsWritten(RepositoryOrder.Key key) {
        for (boolean descending : new boolean[] {true, false}) {
            RepositoryOrder order = new RepositoryOrder(key, descending);
            assertThat(RepositoryOrder.of(order.toString())).contains(order);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--views", "Views", "views ", "<script>"})
    void isNoneWhereTheWordIsNone(String text) {
        assertThat(RepositoryOrder.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--views", "Views", "views ", "visitors", "+views", "views,-name"})
    void theListOfTheApiRefusesOtherWordsThanItsOwn(String text) {
        assertThatThrownBy(() -> RepositoryList.order(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sort: must be name, views or clones");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "views", "-views", "clones", "-clones"})
    void theListOfTheApiTakesItsOwnWords(String text) {
        assertThat(RepositoryList.order(text)).hasToString(text);
    }

    @Test
    void theOverviewShowsTheMostViewsFirstWhereTheWordIsNone() {
        OverviewPage page = new OverviewPage();
        assertThat(page.getSort()).isEqualTo("-views");
        page.setSort("name");
        assertThat(page.getSort()).isEqualTo("name");
        page.setSort("<script>");
        assertThat(page.getSort()).isEqualTo("-views");
    }

    @Test
    void whatHasNoNumberIsLeftOut() {
        assertThat(RepositoryOrder.numbers(
                        Map.of(1, new Totals(3_000_000_000L, 2L), 2, new Totals(null, 2L)), Totals::views))
                .isEqualTo(Map.of(1, 3e9));
    }

    @Test
    void aHeadingLeadsToTheLargestFirstAndThenTurnsTheOrder() {
        RepositoryOrder views = RepositoryOrder.of("name").orElseThrow().at(RepositoryOrder.Key.VIEWS);
        assertThat(views).hasToString("-views");
        assertThat(views.at(RepositoryOrder.Key.VIEWS)).hasToString("views");
        assertThat(views.at(RepositoryOrder.Key.HEALTH)).hasToString("-health");
        assertThat(views.at(RepositoryOrder.Key.NAME)).hasToString("name");
        assertThat(RepositoryOrder.of("name").orElseThrow().at(RepositoryOrder.Key.NAME))
                .hasToString("-name");
    }
}
