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

/** The page with the audit log. */
@Named
@RequestScoped
public class AuditPage {

    private static final String SENTENCES = "audit browser Role Schedule Scope";

    /**
     * The actions whose values before and after are texts that users wrote. They are not translated, because they could
     * look like a stored sentence of the application.
     */
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

    /** Rejects viewers who are not administrators. */
    public void enter() {
        viewer.administrator();
    }

    /** Returns the page of entries that match the search, newest first. */
    public Page<AuditItem> getShown() {
        if (shown == null) {
            shown = log.page(getSearch(), asked.number(), Page.USUAL_SIZE);
        }
        return shown;
    }

    /** Returns what was changed, in the language of the viewer. */
    public String subject(AuditItem item) {
        return wording.said(SENTENCES, item.subject());
    }

    /** Returns a value before or after a change, in the language of the viewer; empty for null. */
    public String value(AuditItem item, @Nullable String value) {
        return WRITTEN_BY_PEOPLE.contains(item.action())
                ? Objects.requireNonNullElse(value, "")
                : wording.said(SENTENCES, value);
    }

    /** Returns the address of another page of the list. */
    public String turnedTo(int other) {
        return PageLinks.found("/audit", getSearch(), other);
    }

    /** Returns the search text. */
    public String getSearch() {
        return asked.search();
    }
}
