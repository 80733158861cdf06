package ghtraffic.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Who changed what. */
@Named
@RequestScoped
public class AuditPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AuditLog log;

    @Inject
    @ManagedProperty("#{param.q}")
    private @Nullable String search;

    @Inject
    @ManagedProperty("#{param.page}")
    private @Nullable String pageParameter;

    private @Nullable Page<AuditItem> shown;

    /** Lets in administrators only. */
    public void enter() {
        viewer.administrator();
    }

    /** The entries that are looked for, the newest first. */
    public Page<AuditItem> getShown() {
        if (shown == null) {
            int page =
                    pageParameter != null && pageParameter.matches("[0-9]{1,6}") ? Integer.parseInt(pageParameter) : 0;
            shown = log.page(getSearch(), page, Page.USUAL_SIZE);
        }
        return shown;
    }

    /** What is looked for. */
    public String getSearch() {
        return search == null ? "" : search;
    }
}
