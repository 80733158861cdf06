package ghtraffic.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInRecordTest {

    @Test
    void tellsAppIdsProviderAndTheMethods() {
        Map<String, Object> claims = Map.of(
                "identities", List.of(Map.of("provider", "google", "id", "117")), "amr", List.of("google", "mfa"));
        assertThat(SignInRecord.means(claims::get)).isEqualTo("google, mfa");
    }

    @Test
    void aSingleMethodNeedsNoList() {
        Map<String, Object> claims = Map.of("amr", "pwd");
        assertThat(SignInRecord.means(claims::get)).isEqualTo("pwd");
    }

    @Test
    void whatIsNoMethodIsLeftOut() {
        Map<String, Object> claims =
                Map.of("identities", List.of("google", Map.of("id", "1")), "amr", List.of("<b>", "", 3));
        assertThat(SignInRecord.means(claims::get)).isEqualTo("b, 3");
        assertThat(SignInRecord.means(Map.<String, Object>of()::get)).isEmpty();
    }

    @Test
    void isNoLongerThanItsColumn() {
        Map<String, Object> claims = Map.of("amr", List.of("x".repeat(300)));
        assertThat(SignInRecord.means(claims::get)).hasSize(200);
    }
}
