package ghtraffic.collection.warnings;

import ghtraffic.database.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Announces the ends of the tenants' GitHub tokens when a threshold has passed. */
@ApplicationScoped
public class CredentialEndWatcher {

    private static final Logger LOG = System.getLogger(CredentialEndWatcher.class.getName());

    /** Days before the end, the smallest first. */
    private static final List<Integer> THRESHOLDS = List.of(1, 3, 7, 14);

    @Inject
    private CredentialHealth health;

    @Inject
    private EndWarningStore warnings;

    @Inject
    private Clock clock;

    /** Fires {@link CredentialEndsSoon} where it is due. A tenant for whom that fails stops no other. */
    public void announce() {
        Instant now = clock.instant();
        for (CredentialStatus one : health.endingSoon()) {
            Instant end = one.expiryIfSoon(now);
            if (end != null) {
                THRESHOLDS.stream()
                        .filter(days -> !end.isAfter(now.plus(Duration.ofDays(days))))
                        .findFirst()
                        .ifPresent(days -> announce(new CredentialEndsSoon(one.tenant(), end, days)));
            }
        }
    }

    private void announce(CredentialEndsSoon warning) {
        try {
            warnings.fireOnce(warning);
        } catch (RuntimeException e) {
            if (!SqlFailure.isDuplicate(e)) {
                LOG.log(
                        Level.WARNING,
                        "The end of the GitHub token of tenant " + warning.tenant() + " could not be announced",
                        e);
            }
        }
    }
}
