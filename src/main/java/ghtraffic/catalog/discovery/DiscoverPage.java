package ghtraffic.catalog.discovery;

import ghtraffic.catalog.RepositoryName;
import ghtraffic.catalog.tracking.RepositoryTracking;
import ghtraffic.github.Answer;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Viewer;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page with the discovery rules of a tenant and the repositories that its credential can read. */
@Named
@RequestScoped
public class DiscoverPage {

    private static final int LONGEST_LIST = 2_000;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Discovery discovery;

    @Inject
    private DiscoveryStore discoveries;

    @Inject
    private RepositoryTracking tracking;

    @Inject
    @ManagedProperty("#{param.tenant}")
    private @Nullable String tenantParameter;

    @Inject
    @ManagedProperty("#{param.repository}")
    private @Nullable String repositoryParameter;

    private Viewer.@Nullable Access tenant;
    private @Nullable String rules;
    private @Nullable DiscoveryStatus state;
    private @Nullable Answer<List<DiscoverableRepository>> found;

    /** Selects the tenant before any action: of those that the viewer manages, the one in the address or the first. */
    @PostConstruct
    void read() {
        String wanted = tenantParameter == null || tenantParameter.isEmpty() ? null : tenantParameter;
        tenant = getTenants().stream()
                .filter(one -> wanted == null || String.valueOf(one.tenant()).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /**
     * Answers 403 or 404 to viewers who do not manage the tenant. Tracks a repository when its button in the list was
     * pressed.
     *
     * @return the page to go to; null when this page stays
     */
    public @Nullable String enter() throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        if (tenant == null) {
            context.getExternalContext().responseSendError(getTenants().isEmpty() ? FORBIDDEN : NOT_FOUND, null);
            context.responseComplete();
            return null;
        }
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        return repositoryParameter != null
                        && !repositoryParameter.isEmpty()
                        && request.getMethod().equals("POST")
                ? add(tenant.tenant(), repositoryParameter)
                : null;
    }

    private @Nullable String add(int own, String fullName) {
        RepositoryName wanted;
        try {
            wanted = RepositoryName.parse(fullName);
        } catch (InvalidInput e) {
            return FieldMessage.show("add", e.what());
        }
        Message complaint = tracking.track(own, GitHubHost.GITHUB_COM, wanted).complaint(wanted);
        return complaint == null ? back("added") : FieldMessage.show("add", complaint);
    }

    /** Stores the entered rules and returns the page to go to; null when this page stays with a message. */
    public @Nullable String save() {
        if (tenant == null) {
            return null;
        }
        try {
            discoveries.replace(tenant.tenant(), DiscoveryRules.parse(getRules()));
        } catch (InvalidInput e) {
            return FieldMessage.show("rules:text", Message.of("rule.notSaved", e.what()));
        }
        return back("saved");
    }

    private String back(String happened) {
        return "/discover?faces-redirect=true&tenant=" + getTenant() + "&" + happened + "=true";
    }

    /** Returns the tenants to choose from. */
    public List<Viewer.Access> getTenants() {
        return viewer.get().managed();
    }

    /** Returns the number of the selected tenant; 0 when no tenant is selected. */
    public int getTenant() {
        return tenant == null ? 0 : tenant.tenant();
    }

    /** Returns the rules as text, one on each line. */
    public String getRules() {
        if (rules == null) {
            rules = tenant == null
                    ? ""
                    : String.join("\n", discoveries.rules(getTenant()).texts());
        }
        return rules;
    }

    /** Sets the rules that were entered. */
    public void setRules(String rules) {
        this.rules = rules;
    }

    private DiscoveryStatus state() {
        if (state == null) {
            state = discoveries.state(getTenant()).orElseGet(() -> new DiscoveryStatus(getTenant()));
        }
        return state;
    }

    /** Returns when discovery last ran with the current rules; null when it has not run with them yet. */
    public @Nullable Instant getLastAttempt() {
        return state().lastAttempt();
    }

    /** Returns whether the last discovery failed. */
    public boolean isFailed() {
        return state().failed();
    }

    /** Returns what the last discovery found, or why it failed. */
    public @Nullable Message getOutcome() {
        return state().message();
    }

    /** Returns whether there are rules that have not been applied yet. */
    public boolean isPending() {
        return state().lastAttempt() == null && !discoveries.rules(getTenant()).isEmpty();
    }

    private Answer<List<DiscoverableRepository>> found() {
        if (found == null) {
            found = discovery.discoverableLately(getTenant());
        }
        return found;
    }

    /** Returns the repositories that the credential can read, by name, at most 2,000. */
    public List<DiscoverableRepository> getFound() {
        List<DiscoverableRepository> all = found().orNull();
        return all == null ? List.of() : all.subList(0, Math.min(LONGEST_LIST, all.size()));
    }

    /** Returns how many repositories the credential can read. */
    public int getCount() {
        List<DiscoverableRepository> all = found().orNull();
        return all == null ? 0 : all.size();
    }

    /** Returns what the list lacks; null when it is whole. */
    public @Nullable Message getLacking() {
        return found() instanceof Answer.Fresh<?> fresh ? fresh.lacking() : null;
    }

    /** Returns why GitHub did not list the repositories; null when it did. */
    public @Nullable Message getRefusal() {
        return found() instanceof Answer.Refusal<?> refusal ? refusal.reason() : null;
    }
}
