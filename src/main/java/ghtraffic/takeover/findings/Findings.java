package ghtraffic.takeover.findings;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;

/** Lists what is wrong with the rows of the database, and writes it to the log once per start. */
@ApplicationScoped
class Findings {

    private static final Logger LOG = System.getLogger(Findings.class.getName());

    @Inject
    private FindingQueries queries;

    @Resource
    private ManagedExecutorService executor;

    void start(@Observes Startup event) {
        executor.execute(this::log);
    }

    private void log() {
        try {
            for (Finding finding : all()) {
                LOG.log(
                        Level.WARNING,
                        "The database has {0} of this kind: {1}. Administrators see them and the remedy on /findings",
                        String.valueOf(finding.count()),
                        finding.kind().key());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The database could not be checked for rows that do not fit together", e);
        }
    }

    /** Returns the findings of now. Kinds of which there is no row are absent. */
    List<Finding> all() {
        return Arrays.stream(FindingKind.values())
                .map(queries::find)
                .filter(finding -> finding.count() > 0)
                .toList();
    }
}
