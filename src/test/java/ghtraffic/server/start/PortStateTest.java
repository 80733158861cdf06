package ghtraffic.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortStateTest {

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS_PORT", "HTTP_PORT"})
    void aPortInUseIsNamedAndMayBeFreeLater(String setting) throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
            assertThat(PortState.finding(given(setting, port))).hasValueSatisfying(finding -> {
                assertThat(finding.sentence()).contains(setting);
                assertThat(finding.heals()).isTrue();
            });
        }
        assertThat(PortState.finding(given(setting, port))).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsLeftToTheServer() {
        assertThat(PortState.finding(Map.of("HTTPS_PORT", "19999", "BIND_ADDRESS", "192.0.2.1")))
                .isEmpty();
    }

    private static Map<String, String> given(String setting, int port) {
        return setting.equals("HTTPS_PORT")
                ? Map.of(setting, String.valueOf(port), "BIND_ADDRESS", "127.0.0.1")
                : Map.of(setting, String.valueOf(port), "HTTPS_PORT", "19998", "BIND_ADDRESS", "127.0.0.1");
    }
}
