package ghtraffic.administration;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.users.People;
import ghtraffic.identity.users.Person;
import ghtraffic.identity.users.UserChange;
import ghtraffic.identity.users.UserLedger;
import ghtraffic.lists.Page;
import ghtraffic.lists.PageLinks;
import ghtraffic.lists.SearchedPage;
import ghtraffic.messages.FormError;
import ghtraffic.messages.WrongInput;
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
    private People people;

    @Inject
    private UserLedger ledger;

    @Inject
    private SearchedPage asked;

    private String email = "";
    private String name = "";
    private @Nullable Page<Person> shown;

    /** Lets in administrators only. */
    public void enter() {
        viewer.administrator();
    }

    /** Makes somebody known before he signs in. */
    public @Nullable String invite() {
        viewer.administrator();
        try {
            UserChange change = ledger.invite(email, name);
            return change instanceof UserChange.KnownAlready known
                    ? "/user?faces-redirect=true&id=" + known.user() + "&known=true"
                    : "/user?faces-redirect=true&id=" + ((UserChange.Done) change).user() + "&invited=true";
        } catch (WrongInput e) {
            return FormError.show("invite", e);
        }
    }

    /** The users that are looked for. */
    public Page<Person> getShown() {
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
