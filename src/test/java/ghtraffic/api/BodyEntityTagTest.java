package ghtraffic.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyEntityTagTest {

    private static final BodyEntityTag TAG = of("[]");

    @Test
    void isTheSameForTheSameBytesOnly() {
        assertThat(of("[]")).isEqualTo(TAG).isNotEqualTo(of("[ ]"));
        assertThat(TAG.value()).matches("W/\"[A-Za-z0-9_-]{43}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " * ", "%s", "W/%s", "\"a\", %s", "W/%s,\"a\"", "\"a,b\" , W/%s"})
    void isFoundInWhatTheCallerHas(String header) {
        assertThat(TAG.isAmong(List.of("\"first\"", header.formatted(TAG.opaque()))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"a\"", "W/\"a\"", "\"*\"", "a", "\"", "*, \"a\""})
    void isNotFoundWhereItIsNot(String header) {
        assertThat(TAG.isAmong(List.of(header))).isFalse();
        assertThat(TAG.isAmong(List.of())).isFalse();
    }

    private static BodyEntityTag of(String body) {
        return BodyEntityTag.of(body.getBytes(StandardCharsets.UTF_8));
    }
}
