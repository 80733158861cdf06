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

/** The tenants, and making another. */
@Named
@RequestScoped
public class TenantsPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Tenants tenants;

    @Inject
    private TenantStore ledger;

    private String name = "";
    private String gitHubUser = "";
    private @Nullable List<TenantItem> all;

    /** Lets in administrators only. */
    public void enter() {
        viewer.administrator();
    }

    /** Makes a tenant. */
    public @Nullable String create() {
        viewer.administrator();
        try {
            return "/tenant?faces-redirect=true&tenant="
                    + ledger.create(name, gitHubUser).id() + "&created=true";
        } catch (InvalidInput e) {
            return FieldMessage.show("create", e);
        }
    }

    /** All tenants, by name. */
    public List<TenantItem> getAll() {
        if (all == null) {
            all = tenants.all();
        }
        return all;
    }

    /** What the new tenant is to be called. */
    public String getName() {
        return name;
    }

    /** What the new tenant is to be called. */
    public void setName(String name) {
        this.name = name;
    }

    /** The GitHub user or organisation that he stands for. */
    public String getGitHubUser() {
        return gitHubUser;
    }

    /** The GitHub user or organisation that he stands for. */
    public void setGitHubUser(String gitHubUser) {
        this.gitHubUser = gitHubUser;
    }
}
