package ghtraffic.limits;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.limits.AttemptLimiter.Kind;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thirty failures a minute are an office; more are somebody who guesses. */
class AttemptLimiterTest {

    private static final ClientAddress HERE = new ClientAddress("192.0.2.1");
    private static final ClientAddress THERE = new ClientAddress("192.0.2.2");

    private Duration now = Duration.ofDays(1);
    private final AttemptLimiter attempts = new AttemptLimiter(new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now.toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    private void fail(int times, ClientAddress address) {
        for (int i = 0; i < times; i++) {
            attempts.failed(Kind.EVENT_TOKEN, address, "test");
        }
    }

    @Test
    void whoFailsThirtyTimesHasToWaitAndThenMayTryAgain() {
        fail(29, HERE);
        assertThat(attempts.remainingWait(Kind.EVENT_TOKEN, HERE)).isEmpty();
        fail(1, HERE);
        Duration wait = attempts.remainingWait(Kind.EVENT_TOKEN, HERE).orElseThrow();
        assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
        now = now.plus(wait);
        assertThat(attempts.remainingWait(Kind.EVENT_TOKEN, HERE)).isEmpty();
        fail(1, HERE);
        assertThat(attempts.remainingWait(Kind.EVENT_TOKEN, HERE)).isPresent();
        now = now.plus(Duration.ofMinutes(1));
        fail(29, HERE);
        assertThat(attempts.remainingWait(Kind.EVENT_TOKEN, HERE)).isEmpty();
    }

    @Test
    void failuresCostNobodyElseAndNothingElse() {
        fail(100, HERE);
        assertThat(attempts.remainingWait(Kind.EVENT_TOKEN, THERE)).isEmpty();
        assertThat(attempts.remainingWait(Kind.SET_UP_CODE, HERE)).isEmpty();
    }

    @Test
    void failuresWhileOneWaitsMakeTheWaitNoLonger() {
        fail(100, HERE);
        assertThat(attempts.remainingWait(Kind.EVENT_TOKEN, HERE).orElseThrow()).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void ofTooManyAddressesTheOldestAreForgotten() {
        fail(30, HERE);
        for (int i = 0; i < AttemptLimiter.MOST_KNOWN; i++) {
            attempts.count(Kind.SIGN_IN, new ClientAddress("address-" + i));
        }
        assertThat(attempts.remainingWait(Kind.EVENT_TOKEN, HERE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "0:0:0:0:0:ffff:c000:201, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.10, false",
        "::1, 0:0:0:0:0:0:0:1%0, true",
    })
    void anIpv6NetworkCountsAsOneAddress(String one, String other, boolean same) {
        fail(30, new ClientAddress(one));
        assertThat(attempts.remainingWait(Kind.EVENT_TOKEN, new ClientAddress(other))
                        .isPresent())
                .isEqualTo(same);
    }

    @Test
    void whatTheLogSaysStaysOnItsLine() {
        assertThat(SecurityLog.plain("a\r\nSECURITY b\u2028c\tz")).isEqualTo("a??SECURITY b?c?z");
        assertThat(SecurityLog.plain("x".repeat(500))).hasSize(201);
    }
}
