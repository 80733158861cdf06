package ghtraffic.collection.health;

import ghtraffic.messages.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The health of a repository is another one than after the attempt before. The event is fired in the transaction that stores
 * the health together with the collected numbers; an attempt that leads to the same state fires nothing.
 *
 * <p>An observer that throws an exception rolls the collected numbers back, and the collection tries to store them again. What
 * an observer does outside the database belongs in {@link jakarta.enterprise.event.TransactionPhase#AFTER_SUCCESS}.
 *
 * @param repository the id of the repository
 * @param before the state before: {@code ok}, {@code partly}, {@code failed} or {@code waiting} (for the end of a rate
 *     limit); null after the first attempt
 * @param now the state now, one of the same
 * @param reason why something is missing and what to do; null when nothing is
 * @param at when GitHub was asked
 */
public record RepositoryHealthChanged(
        int repository,
        @Nullable String before,
        String now,
        @Nullable Message reason,
        Instant at) {}
