package ghtraffic.takeover.findings;

import ghtraffic.identity.CurrentViewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page that lists what is wrong with the rows of the database, and repairs what can be repaired. */
@Named
@RequestScoped
public class FindingsPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Findings findings;

    @Inject
    private FindingRepair repair;

    @Inject
    @ManagedProperty("#{param.kind}")
    private @Nullable String kind;

    private @Nullable List<Finding> all;

    /** Rejects viewers who are not administrators. */
    public void enter() {
        viewer.administrator();
    }

    /** Repairs the kind whose button was pressed. */
    public String repair() {
        viewer.administrator();
        FindingKind.called(kind == null ? "" : kind)
                .filter(FindingKind::isRepairable)
                .ifPresent(repair::repair);
        return "/findings?faces-redirect=true&did=repaired";
    }

    /** Returns the findings of now. */
    public List<Finding> getAll() {
        if (all == null) {
            all = findings.all();
        }
        return all;
    }
}
