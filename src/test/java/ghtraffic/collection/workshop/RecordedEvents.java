package ghtraffic.collection.workshop;

import ghtraffic.collection.health.RepositoryHealthChanged;
import ghtraffic.collection.runs.RunFinished;
import ghtraffic.collection.warnings.CredentialEndsSoon;
import ghtraffic.tenants.credentials.CredentialReplaced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The events that were fired: as an observer in the transaction sees them, and as one after its success. */
@ApplicationScoped
public class RecordedEvents {

    private final List<Object> fired = new CopyOnWriteArrayList<>();
    private final List<Object> committed = new CopyOnWriteArrayList<>();
    private volatile Predicate<Object> refused = event -> false;

    public void forget() {
        fired.clear();
        committed.clear();
        refused = event -> false;
    }

    /** From now on the observer throws an exception at these events. */
    public void refuse(Predicate<Object> events) {
        refused = events;
    }

    public <T> List<T> fired(Class<T> type) {
        return fired.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <T> List<T> committed(Class<T> type) {
        return committed.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void fire(Object event) {
        fired.add(event);
        if (refused.test(event)) {
            throw new IllegalStateException("An observer refuses " + event);
        }
    }

    void run(@Observes RunFinished event) {
        fire(event);
    }

    void committedRun(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunFinished event) {
        committed.add(event);
    }

    void health(@Observes RepositoryHealthChanged event) {
        fire(event);
    }

    void committedHealth(@Observes(during = TransactionPhase.AFTER_SUCCESS) RepositoryHealthChanged event) {
        committed.add(event);
    }

    void end(@Observes CredentialEndsSoon event) {
        fire(event);
    }

    void committedEnd(@Observes(during = TransactionPhase.AFTER_SUCCESS) CredentialEndsSoon event) {
        committed.add(event);
    }

    void replacement(@Observes CredentialReplaced event) {
        fire(event);
    }

    void committedReplacement(@Observes(during = TransactionPhase.AFTER_SUCCESS) CredentialReplaced event) {
        committed.add(event);
    }
}
