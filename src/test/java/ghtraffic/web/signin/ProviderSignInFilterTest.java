package ghtraffic.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProviderSignInFilterTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final ProviderSignInFilter.Waits waits = new ProviderSignInFilter.Waits();

    private boolean begin(Instant now) {
        return waits.begin(new Object(), now);
    }

    private void fill() {
        assertThat(IntStream.range(0, ProviderSignInFilter.Waits.MOST_AT_ONCE)).allMatch(i -> begin(NOON));
    }

    @Test
    void aFewWaitAtOnceAndWhoIsAnsweredMakesRoom() {
        Object first = new Object();
        assertThat(waits.begin(first, NOON)).isTrue();
        assertThat(IntStream.range(1, ProviderSignInFilter.Waits.MOST_AT_ONCE)).allMatch(i -> begin(NOON));
        assertThat(begin(NOON)).isFalse();
        waits.end(first);
        assertThat(begin(NOON)).isTrue();
        assertThat(begin(NOON)).isFalse();
    }

    @Test
    void whoIsNeverAnsweredKeepsNobodyOutForLong() {
        fill();
        assertThat(begin(NOON.plusSeconds(29))).isFalse();
        assertThat(begin(NOON.plus(ProviderSignInFilter.Waits.LONGEST))).isTrue();
    }
}
