package ghtraffic.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunksTest {

    @Test
    void noPortionIsTooLargeAndNoKeyIsLost() {
        List<Integer> keys = IntStream.range(0, 2 * Chunks.LARGEST + 1).boxed().toList();
        List<List<Integer>> portions = Chunks.of(keys);
        assertThat(portions).extracting(List::size).containsExactly(Chunks.LARGEST, Chunks.LARGEST, 1);
        assertThat(portions.stream().flatMap(List::stream)).containsExactlyElementsOf(keys);
    }

    @Test
    void asManyAsFitAreOnePortion() {
        List<Integer> keys = IntStream.range(0, Chunks.LARGEST).boxed().toList();
        assertThat(Chunks.of(keys)).containsExactly(keys);
    }

    @Test
    void noKeysAreNoPortion() {
        assertThat(Chunks.of(List.of())).isEmpty();
    }
}
