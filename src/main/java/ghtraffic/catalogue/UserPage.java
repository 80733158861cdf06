package ghtraffic.catalogue;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Grant;
import ghtraffic.identity.Grants;
import ghtraffic.identity.People;
import ghtraffic.identity.Person;
import ghtraffic.identity.Role;
import ghtraffic.identity.TenantItem;
import ghtraffic.identity.Tenants;
import ghtraffic.identity.UserChange;
import ghtraffic.identity.UserLedger;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One user: what he is called, what he may do, and what was granted to him. */
@Named
@RequestScoped
public class UserPage {

    private static final int NOT_FOUND = 404;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private People people;

    @Inject
    private UserLedger ledger;

    @Inject
    private Grants grants;

    @Inject
    private GrantChange change;

    @Inject
    private Tenants tenants;

    @Inject
    private Catalogue catalogue;

    @Inject
    @ManagedProperty("#{param.id}")
    private @Nullable String idParameter;

    @Inject
    @ManagedProperty("#{param.taken}")
    private @Nullable String taken;

    private @Nullable Person user;
    private String name = "";
    private boolean admin;
    private boolean sysmaint;
    private int tenant;
    private String role = Role.TENANTSTATS.group();
    private String repository = "";

    /** Finds the user before anything else happens. */
    @PostConstruct
    void read() {
        viewer.administrator();
        int id = idParameter != null && idParameter.matches("[0-9]{1,9}") ? Integer.parseInt(idParameter) : 0;
        user = people.of(id).orElse(null);
        if (user != null) {
            name = user.name();
            admin = user.administers();
            sysmaint = user.maintains();
        }
    }

    /** Answers that there is no such user, where there is none. */
    public void enter() throws IOException {
        if (user == null) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(NOT_FOUND, null);
            context.responseComplete();
        }
    }

    /** Keeps his name and his roles of the whole server. */
    public @Nullable String save() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (admin) {
            roles.add(Role.ADMIN);
        }
        if (sysmaint) {
            roles.add(Role.SYSMAINT);
        }
        try {
            return after(ledger.change(getId(), new UserLedger.Wish(name, roles, null)), "rights:admin", "saved");
        } catch (IllegalArgumentException e) {
            return refuse(
                    "rights:name", "This " + String.valueOf(e.getMessage()).split(": ", 2)[1] + ".");
        }
    }

    /** Lets him in no more. */
    public @Nullable String disable() {
        return after(ledger.change(getId(), new UserLedger.Wish(null, null, true)), "access", "disabled");
    }

    /** Lets him in again. */
    public @Nullable String enable() {
        return after(ledger.change(getId(), new UserLedger.Wish(null, null, false)), "access", "enabled");
    }

    /** Removes him. */
    public @Nullable String remove() {
        UserChange gone = ledger.remove(getId());
        return gone instanceof UserChange.LastAdministrator
                ? after(gone, "access", "")
                : "/users?faces-redirect=true&removed=true";
    }

    /** Grants what was chosen. */
    public @Nullable String give() {
        try {
            Integer opened = role.equals(Role.REPOSTATS.group()) ? chosenRepository() : null;
            String missing = change.give(Grant.of(getId(), tenant, role, opened));
            return missing == null ? back("granted") : refuse("grant:tenant", missing + ".");
        } catch (IllegalArgumentException e) {
            return refuse("grant:repository", String.valueOf(e.getMessage()));
        }
    }

    private int chosenRepository() {
        RepositoryName wanted = RepositoryName.parse(repository);
        return catalogue.withIds(catalogue.idsTrackedBy(tenant)).stream()
                .filter(one -> one.fullName().equalsIgnoreCase(wanted.toString()))
                .findFirst()
                .map(TrackedRepository::id)
                .orElseThrow(() -> new IllegalArgumentException("The tenant does not track " + wanted + "."));
    }

    /** Takes back the grant that was pressed, {@code tenant/role/repository}. */
    public @Nullable String take() {
        String[] parts = String.valueOf(taken).split("/", -1);
        if (parts.length == 3 && parts[0].matches("[0-9]{1,9}") && parts[2].matches("[0-9]{0,9}")) {
            grants.take(Grant.stored(
                    getId(),
                    Integer.parseInt(parts[0]),
                    parts[1],
                    parts[2].isEmpty() ? null : Integer.valueOf(parts[2])));
        }
        return back("taken");
    }

    private @Nullable String after(UserChange changed, String field, String happened) {
        return changed instanceof UserChange.LastAdministrator
                ? refuse(field, UserChange.LastAdministrator.REASON)
                : back(happened);
    }

    private String back(String happened) {
        return "/user?faces-redirect=true&id=" + getId() + "&did=" + happened;
    }

    private static @Nullable String refuse(String field, String message) {
        FacesContext.getCurrentInstance()
                .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, message, null));
        return null;
    }

    /** His number. */
    public int getId() {
        return user == null ? 0 : user.id();
    }

    /** The user. */
    public @Nullable Person getUser() {
        return user;
    }

    /** What was granted to him, in words. */
    public List<GrantInWords> getGrants() {
        return user == null ? List.of() : GrantInWords.of(user.grants(), tenants.all(), catalogue);
    }

    /** The tenants to choose from. */
    public List<TenantItem> getTenants() {
        return tenants.all();
    }

    /** What he is called. */
    public String getName() {
        return name;
    }

    /** What he is called. */
    public void setName(String name) {
        this.name = name;
    }

    /** Whether he administers the server. */
    public boolean isAdmin() {
        return admin;
    }

    /** Whether he administers the server. */
    public void setAdmin(boolean admin) {
        this.admin = admin;
    }

    /** Whether he maintains the server. */
    public boolean isSysmaint() {
        return sysmaint;
    }

    /** Whether he maintains the server. */
    public void setSysmaint(boolean sysmaint) {
        this.sysmaint = sysmaint;
    }

    /** The tenant of a new grant. */
    public int getTenant() {
        return tenant;
    }

    /** The tenant of a new grant. */
    public void setTenant(int tenant) {
        this.tenant = tenant;
    }

    /** The role of a new grant. */
    public String getRole() {
        return role;
    }

    /** The role of a new grant. */
    public void setRole(String role) {
        this.role = role;
    }

    /** The repository of a new grant, {@code owner/name}. */
    public String getRepository() {
        return repository;
    }

    /** The repository of a new grant, {@code owner/name}. */
    public void setRepository(String repository) {
        this.repository = repository;
    }
}
