package ghtraffic.administration;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import ghtraffic.identity.users.UserChangeOutcome;
import ghtraffic.identity.users.UserItem;
import ghtraffic.identity.users.UserStore;
import ghtraffic.identity.users.Users;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.InvalidInput;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One user: what he is called, and what he may do on the whole server. */
@Named
@RequestScoped
public class UserPage {

    private static final int NOT_FOUND = 404;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Users people;

    @Inject
    private UserStore ledger;

    @Inject
    @ManagedProperty("#{param.id}")
    private @Nullable String idParameter;

    private @Nullable UserItem user;
    private String name = "";
    private boolean admin;
    private boolean sysmaint;

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
            return after(ledger.change(getId(), new UserStore.NewValues(name, roles, null)), "rights:admin", "saved");
        } catch (InvalidInput e) {
            return FieldMessage.show("rights", e);
        }
    }

    /** Lets him in no more. */
    public @Nullable String disable() {
        return after(ledger.change(getId(), new UserStore.NewValues(null, null, true)), "access", "disabled");
    }

    /** Lets him in again. */
    public @Nullable String enable() {
        return after(ledger.change(getId(), new UserStore.NewValues(null, null, false)), "access", "enabled");
    }

    /** Removes him. */
    public @Nullable String remove() {
        UserChangeOutcome gone = ledger.remove(getId());
        return gone instanceof UserChangeOutcome.LastAdministrator
                ? after(gone, "access", "")
                : "/users?faces-redirect=true&removed=true";
    }

    private @Nullable String after(UserChangeOutcome changed, String field, String happened) {
        return changed instanceof UserChangeOutcome.LastAdministrator
                ? FieldMessage.show(field, UserChangeOutcome.LastAdministrator.REASON)
                : back(happened);
    }

    String back(String happened) {
        return "/user?faces-redirect=true&id=" + getId() + "&did=" + happened;
    }

    /** His number. */
    public int getId() {
        return user == null ? 0 : user.id();
    }

    /** The user. */
    public @Nullable UserItem getUser() {
        return user;
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
}
