package ghtraffic.collection.health;

import ghtraffic.catalog.TrackedRepository;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A health store that does what a test tells it to, and otherwise works as usual. It is the last store in the transaction
 * of a repository.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class ScriptedHealthStore extends HealthStore {

    private static final AtomicInteger TIMES = new AtomicInteger();
    private static final AtomicReference<@Nullable Runnable> AFTER_DUE = new AtomicReference<>();
    private static volatile String state = "";

    /** Lets the next stores fail, each in a batch whose second part has this SQLSTATE. */
    public static void failNext(int times, String sqlState) {
        state = sqlState;
        TIMES.set(times);
    }

    /** Returns how often it still has to fail. */
    public static int left() {
        return TIMES.get();
    }

    /** Does something right after the next caller has seen what is due. */
    static void afterDue(@Nullable Runnable action) {
        AFTER_DUE.set(action);
    }

    /** Returns whether the action of {@link #afterDue} is still to come. */
    static boolean waits() {
        return AFTER_DUE.get() != null;
    }

    @Override
    public List<TrackedRepository> due() {
        List<TrackedRepository> due = super.due();
        Runnable action = AFTER_DUE.getAndSet(null);
        if (action != null) {
            action.run();
        }
        return due;
    }

    @Override
    @Transactional
    public void recordAttempt(TrackedRepository repository, PartAnswers findings) {
        super.recordAttempt(repository, findings);
        if (TIMES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            SQLException batch = new SQLException("one of several");
            batch.setNextException(new SQLException("failed", state));
            throw new PersistenceException(batch);
        }
    }
}
