package ghtraffic.administration;

import ghtraffic.catalog.Catalog;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.users.Grant;
import ghtraffic.identity.users.Grants;
import ghtraffic.identity.users.Users;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.InvalidInput;
import ghtraffic.tenants.TenantItem;
import ghtraffic.tenants.TenantStore;
import ghtraffic.tenants.Tenants;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One tenant: what he is called, what he reads GitHub with, who may do what there, and removing him. */
@Named
@RequestScoped
public class TenantPage {

    private static final int NOT_FOUND = 404;

    /**
     * Somebody who may do something in the tenant.
     *
     * @param user his number
     * @param email his address
     * @param granted what he may do
     */
    public record Holder(int user, String email, GrantItem granted) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Tenants tenants;

    @Inject
    private TenantStore ledger;

    @Inject
    private Grants grants;

    @Inject
    private Users people;

    @Inject
    private Catalog catalogue;

    @Inject
    @ManagedProperty("#{param.tenant}")
    private @Nullable String tenantParameter;

    @Inject
    @ManagedProperty("#{param.history}")
    private @Nullable String history;

    private @Nullable TenantItem tenant;
    private String name = "";
    private String gitHubUser = "";

    /** Finds the tenant before anything else happens. */
    @PostConstruct
    void read() {
        viewer.administrator();
        int id = tenantParameter != null && tenantParameter.matches("[0-9]{1,9}")
                ? Integer.parseInt(tenantParameter)
                : 0;
        tenant = tenants.of(id).orElse(null);
        if (tenant != null) {
            name = tenant.name();
            gitHubUser = tenant.gitHubUser();
        }
    }

    /** Answers that there is no such tenant, where there is none. */
    public void enter() throws IOException {
        if (tenant == null) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(NOT_FOUND, null);
            context.responseComplete();
        }
    }

    /** Calls him something else. */
    public @Nullable String rename() {
        try {
            ledger.rename(getId(), name, gitHubUser);
            return "/tenant?faces-redirect=true&tenant=" + getId() + "&saved=true";
        } catch (InvalidInput e) {
            return FieldMessage.show("names", e);
        }
    }

    /** Removes him, and what was collected where that was chosen. */
    public String remove() {
        ledger.remove(getId(), "delete".equals(history));
        return "/tenants?faces-redirect=true&removed=true";
    }

    /** His number. */
    public int getId() {
        return tenant == null ? 0 : tenant.id();
    }

    /** The tenant. */
    public @Nullable TenantItem getTenant() {
        return tenant;
    }

    /** How many repositories he tracks. */
    public int getRepositories() {
        return catalogue.idsTrackedBy(getId()).size();
    }

    /** Who may do what there. */
    public List<Holder> getHolders() {
        List<Grant> granted = grants.inTenant(getId());
        Map<Integer, String> addresses =
                people.addresses(granted.stream().map(Grant::user).distinct().toList());
        return GrantItem.of(granted, tenants.all(), catalogue).stream()
                .map(one -> new Holder(
                        one.grant().user(), addresses.getOrDefault(one.grant().user(), "–"), one))
                .toList();
    }

    /** What he is called. */
    public String getName() {
        return name;
    }

    /** What he is called. */
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
