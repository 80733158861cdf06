package ghtraffic.takeover.findings;

import ghtraffic.audit.AuditLog;
import ghtraffic.identity.AuthenticationCache;
import ghtraffic.identity.users.Grants;
import ghtraffic.messages.Message;
import ghtraffic.traffic.daily.FutureDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Repairs findings. It removes no collected data. */
@ApplicationScoped
class FindingRepair {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private FindingQueries queries;

    @Inject
    private Twins twins;

    @Inject
    private Grants grants;

    @Inject
    private FutureDays futureDays;

    @Inject
    private AuthenticationCache authenticationCache;

    @Inject
    private AuditLog audit;

    /**
     * Repairs all rows of a repairable kind, and writes to the audit log what was done.
     *
     * @throws IllegalArgumentException when the application cannot repair this kind
     */
    @Transactional
    void repair(FindingKind kind) {
        if (!kind.isRepairable()) {
            throw new IllegalArgumentException("kind: an operator has to repair " + kind.key());
        }
        if (kind == FindingKind.REPOSITORY_TWICE) {
            twins.merge();
            return;
        }
        long found = queries.find(kind).count();
        if (found == 0) {
            return;
        }
        switch (kind) {
            case TRACKING_OF_NOTHING -> {
                delete("tenantrepos", FindingQueries.NO_TENANT);
                delete("tenantrepos", FindingQueries.NO_REPOSITORY);
            }
            case GRANT_FOR_NOBODY -> removeGrants();
            case FUTURE_DAY -> futureDays.remove();
            default -> delete("adminroles", FindingQueries.NO_USER);
        }
        audit.add(
                "finding.repair",
                Message.of("said.audit.finding." + kind.key()),
                null,
                Message.of("said.audit.rowsRemoved", found));
        authenticationCache.clear();
    }

    /** Revokes by tenant and repository, so that the roles of users who exist follow. */
    private void removeGrants() {
        delete("admintenantreporoles", FindingQueries.NO_USER);
        List<?> tenants = entities.createNativeQuery("select distinct g.tid from admintenantreporoles g where "
                        + FindingQueries.NO_TENANT.formatted("g"))
                .getResultList();
        tenants.forEach(tenant -> grants.revokeTenant(((Number) tenant).intValue()));
        List<?> repositories = entities.createNativeQuery(
                        "select distinct g.tid, g.rid from admintenantreporoles g where g.rid is not null and "
                                + FindingQueries.NO_REPOSITORY.formatted("g"))
                .getResultList();
        repositories.stream()
                .map(row -> (Object[]) row)
                .forEach(row -> grants.revokeRepository(((Number) row[0]).intValue(), ((Number) row[1]).intValue()));
    }

    private void delete(String table, String condition) {
        entities.createNativeQuery("delete from " + table + " where " + condition.formatted(table))
                .executeUpdate();
    }
}
