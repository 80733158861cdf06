package ghtraffic.collection.runs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A collection run ended. The event is fired once for each run, in the transaction that stores its end: when every repository
 * was tried, when the run waited too long for a rate limit, and when another server or the next start of its own server finds
 * that it died. A dead run is found when the next run begins. A run that waits for a rate limit, or that found nothing to
 * collect, fires nothing.
 *
 * <p>An observer that throws an exception rolls the end of the run back. What an observer does outside the database belongs in
 * {@link jakarta.enterprise.event.TransactionPhase#AFTER_SUCCESS}.
 *
 * @param run the number of the run
 * @param state {@code finished}, or {@code interrupted} when its server died or was too slow
 * @param trigger what started it: {@code manual}, {@code event} or {@code schedule}
 * @param startedBy the email address of the user who started it, else the same as the trigger
 * @param tenant the tenant whose repositories it collected; null for several tenants
 * @param repository the one repository that it collected; null for several repositories
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param total how many repositories it was about
 * @param done how many of them were collected, at least in part
 * @param failed how many of them could not be collected
 */
public record RunFinished(
        int run,
        String state,
        String trigger,
        String startedBy,
        @Nullable Integer tenant,
        @Nullable Integer repository,
        Instant startedAt,
        Instant finishedAt,
        int total,
        int done,
        int failed) {

    static RunFinished of(CollectionRun run, Instant finishedAt) {
        return new RunFinished(
                run.id(),
                run.state(),
                run.trigger(),
                run.startedBy(),
                run.tenant(),
                run.repository(),
                run.startedAt(),
                finishedAt,
                run.total(),
                run.done(),
                run.failed());
    }
}
