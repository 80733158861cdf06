package ghtraffic.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortionsTest {

    @Test
    void noPortionIsTooLargeAndNoKeyIsLost() {
        List<Integer> keys =
                IntStream.range(0, 2 * Portions.LARGEST + 1).boxed().toList();
        List<List<Integer>> portions = Portions.of(keys);
        assertThat(portions).extracting(List::size).containsExactly(Portions.LARGEST, Portions.LARGEST, 1);
        assertThat(portions.stream().flatMap(List::stream)).containsExactlyElementsOf(keys);
    }

    @Test
    void asManyAsFitAreOnePortion() {
        List<Integer> keys = IntStream.range(0, Portions.LARGEST).boxed().toList();
        assertThat(Portions.of(keys)).containsExactly(keys);
    }

    @Test
    void noKeysAreNoPortion() {
        assertThat(Portions.of(List.of())).isEmpty();
    }
}
