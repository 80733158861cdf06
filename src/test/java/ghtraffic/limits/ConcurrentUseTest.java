package ghtraffic.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcurrentUseTest {

    private final ConcurrentUse use = new ConcurrentUse(3, 2);

    @Test
    void anAddressHasItsShareAndGetsItBack() {
        ClientAddress first = new ClientAddress("192.0.2.1");
        assertThat(use.begin(first)).isTrue();
        assertThat(use.begin(first)).isTrue();
        assertThat(use.begin(first)).isFalse();
        use.end(first);
        assertThat(use.begin(first)).isTrue();
    }

    @Test
    void allAddressesShareTheWhole() {
        for (String address : new String[] {"192.0.2.1", "192.0.2.2", "192.0.2.3"}) {
            assertThat(use.begin(new ClientAddress(address))).isTrue();
        }
        assertThat(use.begin(new ClientAddress("192.0.2.4"))).isFalse();
        use.end(new ClientAddress("192.0.2.1"));
        assertThat(use.begin(new ClientAddress("192.0.2.4"))).isTrue();
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() {
        assertThat(use.begin(new ClientAddress("2001:db8::1"))).isTrue();
        assertThat(use.begin(new ClientAddress("2001:db8::2"))).isTrue();
        assertThat(use.begin(new ClientAddress("2001:db8::3"))).isFalse();
    }
}
