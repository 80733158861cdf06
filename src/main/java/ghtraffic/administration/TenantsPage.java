package ghtraffic.administration;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.InvalidInput;
import ghtraffic.tenants.TenantItem;
import ghtraffic.tenants.TenantStore;
import ghtraffic.tenants.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page that lists tenants and creates new ones. */
@Named
@RequestScoped
public class TenantsPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Tenants tenants;

    @Inject
    private TenantStore tenantStore;

    private String name = "";
    private String gitHubUser = "";
    private @Nullable List<TenantItem> all;

    /** Rejects viewers who are not administrators. */
    public void enter() {
        viewer.administrator();
    }

    /**
     * Creates a tenant.
     *
     * @return the page to go to; null when this page stays with a message
     */
    public @Nullable String create() {
        viewer.administrator();
        try {
            return "/tenant?faces-redirect=true&tenant="
                    + tenantStore.create(name, gitHubUser).id() + "&created=true";
        } catch (InvalidInput e) {
            return FieldMessage.show("create", e);
        }
    }

    /** Returns all tenants, by name. */
    public List<TenantItem> getAll() {
        if (all == null) {
            all = tenants.all();
        }
        return all;
    }

    /** Returns the name of the new tenant. */
    public String getName() {
        return name;
    }

    /** Sets the name of the new tenant. */
    public void setName(String name) {
        this.name = name;
    }

    /** Returns the GitHub user or organization that the tenant stands for. */
    public String getGitHubUser() {
        return gitHubUser;
    }

    /** Sets the GitHub user or organization that the tenant stands for. */
    public void setGitHubUser(String gitHubUser) {
        this.gitHubUser = gitHubUser;
    }
}
