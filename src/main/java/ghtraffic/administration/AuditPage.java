package ghtraffic.administration;

import ghtraffic.audit.AuditItem;
import ghtraffic.audit.AuditLog;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.lists.ListRequest;
import ghtraffic.lists.Page;
import ghtraffic.lists.PageLinks;
import ghtraffic.messages.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who changed what. */
@Named
@RequestScoped
public class AuditPage {

    private static final String SENTENCES = "audit browser Role Schedule Scope";

    /** Actions before and after which stands what somebody wrote, which might read like a sentence of ours. */
    private static final Set<String> WRITTEN_BY_PEOPLE =
            Set.of("user.invite", "user.rename", "note.write", "note.remove", "discovery.rules");

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AuditLog log;

    @Inject
    private Wording wording;

    @Inject
    private ListRequest asked;

    private @Nullable Page<AuditItem> shown;

    /** Lets in administrators only. */
    public void enter() {
        viewer.administrator();
    }

    /** The entries that are looked for, the newest first. */
    public Page<AuditItem> getShown() {
        if (shown == null) {
            shown = log.page(getSearch(), asked.number(), Page.USUAL_SIZE);
        }
        return shown;
    }

    /** What was changed. */
    public String subject(AuditItem item) {
        return wording.said(SENTENCES, item.subject());
    }

    /** What something was before a change, or is after it; empty for nothing. */
    public String value(AuditItem item, @Nullable String value) {
        return WRITTEN_BY_PEOPLE.contains(item.action())
                ? Objects.requireNonNullElse(value, "")
                : wording.said(SENTENCES, value);
    }

    /** The address of another page of what is found. */
    public String turnedTo(int other) {
        return PageLinks.found("/audit", getSearch(), other);
    }

    /** What is looked for. */
    public String getSearch() {
        return asked.search();
    }
}
