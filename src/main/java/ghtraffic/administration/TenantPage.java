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

/** The page of one tenant: its names, its GitHub credential, the users who have access, and its removal. */
@Named
@RequestScoped
public class TenantPage {

    private static final int NOT_FOUND = 404;

    /**
     * A user who has a role in the tenant.
     *
     * @param user the user's number
     * @param email the user's address
     * @param granted the grant
     */
    public record Holder(int user, String email, GrantItem granted) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Tenants tenants;

    @Inject
    private TenantStore tenantStore;

    @Inject
    private Grants grants;

    @Inject
    private Users users;

    @Inject
    private Catalog catalog;

    @Inject
    @ManagedProperty("#{param.tenant}")
    private @Nullable String tenantParameter;

    @Inject
    @ManagedProperty("#{param.history}")
    private @Nullable String history;

    private @Nullable TenantItem tenant;
    private String name = "";
    private String gitHubUser = "";

    /** Reads the tenant before any action. */
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

    /** Answers 404 when there is no such tenant. */
    public void enter() throws IOException {
        if (tenant == null) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(NOT_FOUND, null);
            context.responseComplete();
        }
    }

    /**
     * Renames the tenant.
     *
     * @return the page to go to; null when this page stays with a message
     */
    public @Nullable String rename() {
        try {
            tenantStore.rename(getId(), name, gitHubUser);
            return "/tenant?faces-redirect=true&tenant=" + getId() + "&saved=true";
        } catch (InvalidInput e) {
            return FieldMessage.show("names", e);
        }
    }

    /** Removes the tenant, and its collected data if the viewer chose that. */
    public String remove() {
        tenantStore.remove(getId(), "delete".equals(history));
        return "/tenants?faces-redirect=true&removed=true";
    }

    /** Returns the tenant's number; 0 when there is no such tenant. */
    public int getId() {
        return tenant == null ? 0 : tenant.id();
    }

    /** Returns the tenant. */
    public @Nullable TenantItem getTenant() {
        return tenant;
    }

    /** Returns how many repositories the tenant tracks. */
    public int getRepositories() {
        return catalog.idsTrackedBy(getId()).size();
    }

    /** Returns the users who have a role in the tenant. */
    public List<Holder> getHolders() {
        List<Grant> granted = grants.inTenant(getId());
        Map<Integer, String> addresses =
                users.addresses(granted.stream().map(Grant::user).distinct().toList());
        return GrantItem.of(granted, tenants.all(), catalog).stream()
                .map(one -> new Holder(
                        one.grant().user(), addresses.getOrDefault(one.grant().user(), "–"), one))
                .toList();
    }

    /** Returns the tenant's name. */
    public String getName() {
        return name;
    }

    /** Sets the tenant's name. */
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
