package ghtraffic.traffic.imports;

import ghtraffic.audit.AuditLog;
import ghtraffic.messages.Message;
import ghtraffic.traffic.daily.MergeResult;
import ghtraffic.traffic.daily.TrafficStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Optional;

/** Stores the days of an imported file and writes the audit log, both in one transaction. */
@ApplicationScoped
class ImportStore {

    @Inject
    private TrafficStore traffic;

    @Inject
    private AuditLog audit;

    /** Merges the days of all repositories, or of none if one of them no longer exists; then the result is empty. */
    @Transactional
    Optional<MergeResult> merge(Collection<ImportedDays> imported) {
        Optional<MergeResult> merged = traffic.merge(imported);
        merged.ifPresent(result -> audit.add(
                "traffic.import",
                Message.of(
                        "said.audit.repositories",
                        imported.stream()
                                .map(ImportedDays::repository)
                                .sorted()
                                .map(String::valueOf)
                                .toList()),
                null,
                Message.of("said.audit.imported", result.inserted(), result.raised())));
        return merged;
    }
}
