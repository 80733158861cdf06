package ghtraffic.collection.warnings;

import java.time.Instant;

/**
 * The GitHub token of a tenant ends in 14, 7, 3 or 1 days. The event is fired once for each token and threshold, by one of all
 * servers on the database, in the transaction that remembers that it was fired. When several thresholds passed while no server
 * ran, only the smallest of them is fired, and the token may even have ended. Days are 24 hours back from the end.
 *
 * <p>An observer that throws an exception rolls the transaction back, and the event is fired again within a minute. What an
 * observer does outside the database belongs in {@link jakarta.enterprise.event.TransactionPhase#AFTER_SUCCESS}.
 *
 * @param tenant the number of the tenant
 * @param end when the token ends
 * @param days the threshold that has passed: 14, 7, 3 or 1
 */
public record CredentialEndsSoon(int tenant, Instant end, int days) {}
