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

/** The users, and inviting another. */
@Named
@RequestScoped
public class UsersPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Users people;

    @Inject
    private UserStore ledger;

    @Inject
    private ListRequest asked;

    private String email = "";
    private String name = "";
    private @Nullable Page<UserItem> shown;

    /** Lets in administrators only. */
    public void enter() {
        viewer.administrator();
    }

    /** Makes somebody known before he signs in. */
    public @Nullable String invite() {
        viewer.administrator();
        try {
            UserChangeOutcome change = ledger.invite(email, name);
            return change instanceof UserChangeOutcome.KnownAlready known
                    ? "/user?faces-redirect=true&id=" + known.user() + "&known=true"
                    : "/user?faces-redirect=true&id=" + ((UserChangeOutcome.Done) change).user() + "&invited=true";
        } catch (InvalidInput e) {
            return FieldMessage.show("invite", e);
        }
    }

    /** The users that are looked for. */
    public Page<UserItem> getShown() {
        if (shown == null) {
            shown = people.page(getSearch(), asked.number(), Page.USUAL_SIZE);
        }
        return shown;
    }

    /** The address of another page of what is found. */
    public String turnedTo(int other) {
        return PageLinks.found("/users", getSearch(), other);
    }

    /** What is looked for. */
    public String getSearch() {
        return asked.search();
    }

    /** The address to invite. */
    public String getEmail() {
        return email;
    }

    /** The address to invite. */
    public void setEmail(String email) {
        this.email = email;
    }

    /** What he is to be called. */
    public String getName() {
        return name;
    }

    /** What he is to be called. */
    public void setName(String name) {
        this.name = name;
    }
}
