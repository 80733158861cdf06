package ghtraffic.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.messages.Message;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRulesTest {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FULL_HOSTNAME|https://traffic.example.com",
                "FULL_HOSTNAME|https://traffic.example.com:9443/",
                "FULL_HOSTNAME|https://[::1]:9443",
                "APPID_OAUTH_SERVER_URL|https://provider.example.com/oauth/v4/tenant/",
                "GITHUB_API_URL|http://127.0.0.1:9480",
                "CREDENTIAL_KEY|" + KEY,
                "CREDENTIAL_KEY_BEFORE|MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE",
                "HTTPS_PORT|9443",
                "HTTP_PORT|-1",
                "SESSION_HOURS| 8 ",
                "CLOCK_SKEW_SECONDS|0",
                "COLLECT_SCHEDULE|hourly",
                "APPID_PKCE|S256",
                "TRUSTED_PROXIES|10\\..*",
                "EVENT_TOKEN|whatever"
            })
    void whatIsRightIsTaken(String name, String value) {
        assertThat(SettingRules.broken(Map.of(name, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FULL_HOSTNAME|http://traffic.example.com|must be https://",
                "FULL_HOSTNAME|traffic.example.com|must be https://",
                "FULL_HOSTNAME|https://traffic.example.com/traffic|A path is not supported",
                "FULL_HOSTNAME|https://a:b@traffic.example.com|must be https://",
                "FULL_HOSTNAME|https://traffic example|must be https://",
                "APPID_OAUTH_SERVER_URL|http://provider.example.com|must be an address with https://",
                "APPID_JWKS_URI|provider|must be an address with https://",
                "CREDENTIAL_KEY|c2hvcnQ=|must be 32 random bytes in base64",
                "CREDENTIAL_KEY|not base64 at all!|must be 32 random bytes in base64",
                "HTTPS_PORT|65536|from 1 to 65535",
                "SESSION_HOURS|eight|must be a whole number",
                "SESSION_HOURS|-5|must be a whole number",
                "COLLECT_SCHEDULE|sometimes|must be one of hourly, daily, weekly, paused",
                "APPID_PKCE|plain|must be one of S256, disabled",
                "TRUSTED_PROXIES|10.(|must be a regular expression"
            })
    void whatIsWrongIsNamedWithoutItsValue(String name, String value, String why) {
        assertThat(SettingRules.broken(Map.of(name, value)))
                .singleElement()
                .asString()
                .startsWith(name + " ")
                .contains(why)
                .doesNotContain(value);
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndInGerman() {
        List<String> broken = SettingRules.broken(
                Map.of("SESSION_HOURS", "x", "CREDENTIAL_KEY", "x", "FULL_HOSTNAME", "x", "APPID_PKCE", "x"));
        assertThat(broken).hasSize(4);
        assertThat(broken)
                .extracting(sentence -> Message.said("notice", sentence).in(Locale.GERMAN))
                .allMatch(sentence -> sentence.contains(" muss "));
    }
}
