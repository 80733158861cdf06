package ghtraffic.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormPlacesTest {

    private final FormPlaces places = new FormPlaces(3, 2);

    @Test
    void oneAddressDoesNotTakeAllPlaces() {
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isFalse();
        assertThat(places.take("b")).isTrue();
        assertThat(places.take("c")).as("all are taken").isFalse();
    }

    @Test
    void aPlaceThatWasGivenBackIsFree() {
        for (int i = 0; i < 10; i++) {
            assertThat(places.take("a")).isTrue();
            assertThat(places.take("a")).isTrue();
            assertThat(places.take("a")).isFalse();
            places.giveBack("a");
            places.giveBack("a");
        }
        assertThat(places.take("b")).isTrue();
    }
}
