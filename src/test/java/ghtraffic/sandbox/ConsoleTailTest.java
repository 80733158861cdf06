package ghtraffic.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleTailTest {

    @Test
    void keepsTheLastLinesAndCountsAll() {
        ConsoleTail tail = new ConsoleTail();
        IntStream.rangeClosed(1, 100).forEach(i -> tail.add("line " + i));
        assertThat(tail.count()).isEqualTo(100);
        assertThat(tail.text()).startsWith("line 76\n").endsWith("\nline 100");
    }
}
