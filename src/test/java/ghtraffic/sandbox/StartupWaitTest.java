package ghtraffic.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Tests the wait with a clock that only the pauses move. */
class StartupWaitTest {

    private static final Duration NINE_MINUTES = Duration.ofMinutes(9);
    private static final Duration NEVER = Duration.ofDays(1);

    private Duration now = Duration.ZERO;

    private final StartupWait wait =
            new StartupWait(() -> Duration.ofHours(1).plus(now).toNanos(), pause -> now = now.plus(pause));

    /** A server that answers and ends at fixed times, prints lines at an interval and uses a share of a processor. */
    private final class FakeServer implements StartupWait.Server {

        private Duration answersAt = NEVER;
        private Duration endsAt = NEVER;
        private Duration linesUntil = Duration.ZERO;
        private Duration lineEvery = Duration.ofSeconds(40);
        private double processors;

        @Override
        public boolean answers() {
            return now.compareTo(answersAt) >= 0;
        }

        @Override
        public String end() {
            return now.compareTo(endsAt) >= 0 ? "ended with exit code 20" : "";
        }

        @Override
        public long lines() {
            Duration printing = now.compareTo(linesUntil) < 0 ? now : linesUntil;
            return printing.dividedBy(lineEvery);
        }

        @Override
        public Duration processorTime() {
            return Duration.ofNanos((long) (now.toNanos() * processors));
        }

        @Override
        public String lastLines() {
            return lines() == 0 ? "" : "line " + lines();
        }
    }

    private final FakeServer server = new FakeServer();

    @Test
    void aServerThatPrintsIsWaitedFor() throws Exception {
        server.linesUntil = NEVER;
        server.answersAt = NINE_MINUTES;
        wait.await("It did not answer", server);
        assertThat(now).isEqualTo(NINE_MINUTES);
    }

    @Test
    void aServerThatWorksIsWaitedForEvenIfItPrintsNothing() throws Exception {
        server.processors = 0.03;
        server.answersAt = NINE_MINUTES;
        wait.await("It did not answer", server);
        assertThat(now).isEqualTo(NINE_MINUTES);
    }

    @Test
    void aServerThatStandsStillIsGivenUpWithItsLastLine() {
        server.linesUntil = Duration.ofMinutes(2);
        assertThatThrownBy(() -> wait.await("It did not answer", server))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("It did not answer: it did nothing for 3 minutes. Its last lines:\nline 3");
        assertThat(now).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(301));
    }

    @Test
    void whatAnIdleServerUsesIsNoProgress() {
        server.processors = 0.01;
        assertThatThrownBy(() -> wait.await("It did not answer", server))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("It did not answer: it did nothing for 3 minutes. It printed nothing.");
    }

    @Test
    void noServerIsWaitedForWithoutEnd() {
        server.linesUntil = NEVER;
        server.processors = 1;
        assertThatThrownBy(() -> wait.await("It did not answer", server))
                .isInstanceOf(TimeoutException.class)
                .hasMessageStartingWith("It did not answer within 15 minutes. Its last lines:\nline 2");
    }

    @Test
    void aServerThatEndsIsNotWaitedFor() {
        server.endsAt = Duration.ofMinutes(1);
        server.linesUntil = NEVER;
        assertThatIllegalStateException()
                .isThrownBy(() -> wait.await("It did not answer", server))
                .withMessage("It did not answer: it ended with exit code 20. Its last lines:\nline 1");
        assertThat(now).isEqualTo(Duration.ofMinutes(1));
    }
}
