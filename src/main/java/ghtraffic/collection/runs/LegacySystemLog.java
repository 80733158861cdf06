package ghtraffic.collection.runs;

import ghtraffic.database.UtcTimestampConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** Writes the system log of the Python application, which has one row for each tenant when a run ends or pauses. */
@ApplicationScoped
class LegacySystemLog {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Writes the rows of a run. This must be part of the transaction that ends or pauses the run. */
    @Transactional
    void write(CollectionRun run, Map<Integer, Integer> repositoriesOfTenants) {
        String state = run.failed() == 0 ? "success" : run.failed() + " of " + run.total() + " failed";
        repositoriesOfTenants.forEach((tenant, repositories) -> entities.createNativeQuery(
                        "insert into systemlog (tid, completed, numrepos, state) values (?1, ?2, ?3, ?4)")
                .setParameter(1, tenant)
                .setParameter(2, UtcTimestampConverter.utc(clock.instant()))
                .setParameter(3, repositories)
                .setParameter(4, state)
                .executeUpdate());
    }
}
