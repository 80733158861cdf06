package ghtraffic.administration;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.users.UserChangeOutcome;
import ghtraffic.identity.users.UserItem;
import ghtraffic.identity.users.UserStore;
import ghtraffic.identity.users.Users;
import ghtraffic.lists.ListRequest;
import ghtraffic.lists.Page;
import ghtraffic.lists.PageLinks;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.InvalidInput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The page that lists users and invites new ones. */
@Named
@RequestScoped
public class UsersPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Users users;

    @Inject
    private UserStore userStore;

    @Inject
    private ListRequest list;

    private String email = "";
    private String name = "";
    private @Nullable Page<UserItem> shown;

    /** Rejects viewers who are not administrators. */
    public void enter() {
        viewer.administrator();
    }

    /**
     * Adds a user before their first sign-in.
     *
     * @return the page to go to; null when this page stays with a message
     */
    public @Nullable String invite() {
        viewer.administrator();
        try {
            UserChangeOutcome change = userStore.invite(email, name);
            return change instanceof UserChangeOutcome.AlreadyExists known
                    ? "/user?faces-redirect=true&id=" + known.user() + "&known=true"
                    : "/user?faces-redirect=true&id=" + ((UserChangeOutcome.Done) change).user() + "&invited=true";
        } catch (InvalidInput e) {
            return FieldMessage.show("invite", e);
        }
    }

    /** Returns the page of users that match the search. */
    public Page<UserItem> getShown() {
        if (shown == null) {
            shown = users.page(getSearch(), list.number(), Page.USUAL_SIZE);
        }
        return shown;
    }

    /** Returns the address of another page of the list. */
    public String turnedTo(int other) {
        return PageLinks.found("/users", getSearch(), other);
    }

    /** Returns the search text. */
    public String getSearch() {
        return list.search();
    }

    /** Returns the email address to invite. */
    public String getEmail() {
        return email;
    }

    /** Sets the email address to invite. */
    public void setEmail(String email) {
        this.email = email;
    }

    /** Returns the name of the user to invite. */
    public String getName() {
        return name;
    }

    /** Sets the name of the user to invite. */
    public void setName(String name) {
        this.name = name;
    }
}
