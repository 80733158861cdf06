package ghtraffic.administration;

import ghtraffic.audit.AuditLine;
import ghtraffic.audit.AuditLog;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.lists.ListRequest;
import ghtraffic.lists.Page;
import ghtraffic.lists.PageLinks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The page with the audit log. */
@Named
@RequestScoped
public class AuditPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AuditLog log;

    @Inject
    private ListRequest list;

    private @Nullable Page<AuditLine> shown;

    /** Rejects viewers who are not administrators. */
    public void enter() {
        viewer.administrator();
    }

    /** Returns the page of entries that match the search, newest first. */
    public Page<AuditLine> getShown() {
        if (shown == null) {
            shown = log.lines(getSearch(), list.number(), Page.USUAL_SIZE);
        }
        return shown;
    }

    /** Returns the address of another page of the list. */
    public String turnedTo(int other) {
        return PageLinks.found("/audit", getSearch(), other);
    }

    /** Returns the search text. */
    public String getSearch() {
        return list.search();
    }
}
