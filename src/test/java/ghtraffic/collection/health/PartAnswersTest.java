package ghtraffic.collection.health;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.github.Answer;
import ghtraffic.messages.Message;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the answers of several credentials come to. */
class PartAnswersTest {

    private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");
    private static final Answer<Object> GOT = new Answer.Fresh<>(new Object());
    private static final Answer<Object> REFUSED = new Answer.NotPermitted<>(Message.plain("refused"));
    private static final Answer<Object> ILL = new Answer.Unavailable<>(Message.plain("ill"));

    private final PartAnswers findings = new PartAnswers(NOW);

    @Test
    void itFailedUnlessViewsOrClonesCame() {
        assertThat(findings.failed()).isTrue();
        findings.add(Part.REPOSITORY, GOT, 1);
        findings.add(Part.VIEWS, new Answer.BadToken<>(Message.plain("expired")), 1);
        assertThat(findings.failed()).as("clones are not even asked for").isTrue();
        assertThat(findings.reason()).hasToString("expired");
        findings.add(Part.CLONES, REFUSED, 2);
        assertThat(findings.failed()).isTrue();
        assertThat(findings.reason()).hasToString("Views: expired; Clones: refused");
        findings.add(Part.CLONES, new Answer.Unchanged<>(), 3);
        assertThat(findings.failed()).isFalse();
        assertThat(findings.reason()).hasToString("Views: expired");
    }

    @Test
    void whatAServerCannotHaveIsNoFailure() {
        findings.add(Part.REPOSITORY, GOT, 1);
        findings.add(Part.VIEWS, new Answer.Unsupported<>(Message.plain("none")), 1);
        findings.add(Part.CLONES, new Answer.Unsupported<>(Message.plain("none")), 1);
        assertThat(findings.failed()).isFalse();
        assertThat(findings.reason()).isNull();
    }

    @Test
    void ofTwoRefusalsTheLastStands() {
        findings.add(Part.VIEWS, new Answer.NotFound<>(Message.plain("hidden")), 1);
        findings.add(Part.VIEWS, REFUSED, 2);
        assertThat(findings.reason()).hasToString("refused");
        assertThat(findings.tenant(Part.VIEWS)).isEqualTo(2);
    }

    @Test
    void whatALimitKeepsStandsAgainstOtherRefusals() {
        findings.add(Part.VIEWS, limit(60), 1);
        findings.add(Part.VIEWS, REFUSED, 2);
        findings.add(Part.VIEWS, limit(90), 3);
        assertThat(findings.limitedUntil()).contains(NOW.plusSeconds(60));
        assertThat(findings.tenant(Part.VIEWS)).isEqualTo(1);
        findings.add(Part.VIEWS, limit(30), 4);
        assertThat(findings.limitedUntil()).contains(NOW.plusSeconds(30));
        findings.add(Part.VIEWS, GOT, 5);
        assertThat(findings.limitedUntil()).isEmpty();
    }

    private static Answer<Object> limit(int seconds) {
        return new Answer.RateLimited<>(Message.plain("limit"), NOW.plusSeconds(seconds));
    }
}
