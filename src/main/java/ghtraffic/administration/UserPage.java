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

/** The page of one user: their name and their roles on the whole server. */
@Named
@RequestScoped
public class UserPage {

    private static final int NOT_FOUND = 404;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Users users;

    @Inject
    private UserStore userStore;

    @Inject
    @ManagedProperty("#{param.id}")
    private @Nullable String idParameter;

    private @Nullable UserItem user;
    private String name = "";
    private boolean admin;
    private boolean sysmaint;

    /** Reads the user before any action. */
    @PostConstruct
    void read() {
        viewer.administrator();
        int id = idParameter != null && idParameter.matches("[0-9]{1,9}") ? Integer.parseInt(idParameter) : 0;
        user = users.of(id).orElse(null);
        if (user != null) {
            name = user.name();
            admin = user.administers();
            sysmaint = user.maintains();
        }
    }

    /** Answers 404 when there is no such user. */
    public void enter() throws IOException {
        if (user == null) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(NOT_FOUND, null);
            context.responseComplete();
        }
    }

    /**
     * Stores the user's name and server roles.
     *
     * @return the page to go to; null when this page stays with a message
     */
    public @Nullable String save() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (admin) {
            roles.add(Role.ADMIN);
        }
        if (sysmaint) {
            roles.add(Role.SYSMAINT);
        }
        try {
            return after(
                    userStore.change(getId(), new UserStore.NewValues(name, roles, null)), "rights:admin", "saved");
        } catch (InvalidInput e) {
            return FieldMessage.show("rights", e);
        }
    }

    /**
     * Deactivates the user.
     *
     * @return the page to go to; null when this page stays with a message
     */
    public @Nullable String disable() {
        return after(userStore.change(getId(), new UserStore.NewValues(null, null, true)), "access", "disabled");
    }

    /**
     * Reactivates the user.
     *
     * @return the page to go to; null when this page stays with a message
     */
    public @Nullable String enable() {
        return after(userStore.change(getId(), new UserStore.NewValues(null, null, false)), "access", "enabled");
    }

    /**
     * Deletes the user.
     *
     * @return the page to go to; null when this page stays with a message
     */
    public @Nullable String remove() {
        UserChangeOutcome gone = userStore.remove(getId());
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

    /** Returns the user's number; 0 when there is no such user. */
    public int getId() {
        return user == null ? 0 : user.id();
    }

    /** Returns the user. */
    public @Nullable UserItem getUser() {
        return user;
    }

    /** Returns the user's name. */
    public String getName() {
        return name;
    }

    /** Sets the user's name. */
    public void setName(String name) {
        this.name = name;
    }

    /** Returns whether the user has the role admin. */
    public boolean isAdmin() {
        return admin;
    }

    /** Sets whether the user has the role admin. */
    public void setAdmin(boolean admin) {
        this.admin = admin;
    }

    /** Returns whether the user has the role sysmaint. */
    public boolean isSysmaint() {
        return sysmaint;
    }

    /** Sets whether the user has the role sysmaint. */
    public void setSysmaint(boolean sysmaint) {
        this.sysmaint = sysmaint;
    }
}
