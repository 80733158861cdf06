package ghtraffic.administration;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryName;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.Role;
import ghtraffic.identity.users.Grant;
import ghtraffic.identity.users.Grants;
import ghtraffic.identity.users.UserItem;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import ghtraffic.tenants.TenantItem;
import ghtraffic.tenants.Tenants;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grants of the user that {@link UserPage} shows. */
@Named
@RequestScoped
public class UserGrantsPage {

    @Inject
    private UserPage user;

    @Inject
    private Grants grants;

    @Inject
    private GrantCheck change;

    @Inject
    private Tenants tenants;

    @Inject
    private Catalog catalog;

    @Inject
    @ManagedProperty("#{param.taken}")
    private @Nullable String taken;

    /** The grant for a whole tenant that the user was asked about. */
    @Inject
    @ManagedProperty("#{param.sure}")
    private @Nullable String sure;

    private int tenant;
    private String role = "";
    private String repository = "";
    private boolean asking;

    /** Faces takes a press of the button only from a page that has it. */
    @PostConstruct
    void keepAsking() {
        asking = sure != null && !sure.isEmpty();
    }

    /**
     * Stores the grant that was chosen. One for a whole tenant is stored only after the question how much it opens. A repository
     * without a role stands for the right to see this one.
     *
     * @return the page to go to; null when this page stays with a message or the question
     */
    public @Nullable String give() {
        boolean one = role.equals(Role.REPOSTATS.group());
        asking = false;
        if (tenant == 0) {
            return FieldMessage.show("grant:tenant", Message.of("grant.chooseTenant"));
        } else if (role.isEmpty() && repository.isBlank()) {
            return FieldMessage.show("grant:role", Message.of("grant.chooseRole"));
        } else if (!role.isEmpty() && !one && !repository.isBlank()) {
            return FieldMessage.show("grant:repository", Message.of("grant.contradiction"));
        } else if (!role.isEmpty() && !one && !getQuestion().equals(sure)) {
            asking = true;
            return null;
        }
        try {
            boolean whole = !role.isEmpty() && !one;
            Message missing = change.grant(Grant.of(
                    user.getId(), tenant, whole ? role : Role.REPOSTATS.group(), whole ? null : chosenRepository()));
            return missing == null
                    ? user.back("granted")
                    : FieldMessage.show("grant:tenant", Message.of("sentence", missing));
        } catch (InvalidInput e) {
            return FieldMessage.show("grant:repository", e.what());
        }
    }

    /** Returns whether the page asks if the grant for a whole tenant is meant. */
    public boolean isAsking() {
        return asking;
    }

    /** Returns what the question is about; another choice needs another answer. */
    public String getQuestion() {
        return tenant + " " + role;
    }

    /** Returns how many repositories the grant for the whole tenant opens now. */
    public int getOpened() {
        return catalog.idsTrackedBy(tenant).size();
    }

    /** Returns the name of the chosen tenant; empty if none is chosen. */
    public String getTenantName() {
        return tenants.of(tenant).map(TenantItem::name).orElse("");
    }

    private int chosenRepository() {
        RepositoryName wanted = RepositoryName.parse(repository);
        return catalog.withIds(catalog.idsTrackedBy(tenant)).stream()
                .filter(one -> one.fullName().equalsIgnoreCase(wanted.toString()))
                .findFirst()
                .map(TrackedRepository::id)
                .orElseThrow(() -> new InvalidInput(Message.of("grant.notTracked", wanted.toString())));
    }

    /** Revokes the grant whose button was pressed, if the user still has it. */
    public String take() {
        getGrants().stream()
                .filter(one -> one.key().equals(taken))
                .findFirst()
                .ifPresent(one -> grants.revoke(one.grant()));
        return user.back("taken");
    }

    /** Returns the grants of the user. */
    public List<GrantItem> getGrants() {
        UserItem person = user.getUser();
        return person == null ? List.of() : GrantItem.of(person.grants(), tenants.all(), catalog);
    }

    /** Returns the tenants to choose from. */
    public List<TenantItem> getTenants() {
        return tenants.all();
    }

    /** Returns the tenant of the new grant; 0 if none is chosen. */
    public int getTenant() {
        return tenant == 0 && getTenants().size() == 1 ? getTenants().get(0).id() : tenant;
    }

    /** Sets the tenant of the new grant. */
    public void setTenant(int tenant) {
        this.tenant = tenant;
    }

    /** Returns the role of the new grant. */
    public String getRole() {
        return role;
    }

    /** Sets the role of the new grant. */
    public void setRole(String role) {
        this.role = role;
    }

    /** Returns the repository of the new grant, as {@code owner/name}. */
    public String getRepository() {
        return repository;
    }

    /** Sets the repository of the new grant, as {@code owner/name}. */
    public void setRepository(String repository) {
        this.repository = repository;
    }
}
