package ghtraffic.collection.health;

import ghtraffic.catalog.TrackedRepository;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** The last store in the transaction of a repository. It fails as often as a test tells it to. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class StumblingHealthStore extends HealthStore {

    private static final AtomicInteger TIMES = new AtomicInteger();
    private static volatile String state = "";

    /** Lets the next stores fail, each in a batch whose second part has this SQLSTATE. */
    public static void stumble(int times, String sqlState) {
        state = sqlState;
        TIMES.set(times);
    }

    /** Returns how often it still has to fail. */
    public static int left() {
        return TIMES.get();
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
