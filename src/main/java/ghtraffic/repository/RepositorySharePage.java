package ghtraffic.repository;

import ghtraffic.catalog.Catalog;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.users.Grants;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form that shares one repository. */
@Named
@RequestScoped
public class RepositorySharePage {

    @Inject
    private RepositoryPage page;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    @Inject
    private Grants grants;

    private String email = "";

    /** Grants a user access to view this repository, and returns the address to show next. */
    public @Nullable String share() {
        int id = page.getId();
        boolean shared = page.isShareable()
                && catalog.trackingTenants(List.of(id)).getOrDefault(id, List.of()).stream()
                        .filter(viewer.get()::manages)
                        .findFirst()
                        .map(tenant -> grants.shareRepository(email, tenant, id))
                        .orElse(false);
        if (shared) {
            return "/repository?faces-redirect=true&id=" + id + "&shared=true";
        }
        return FieldMessage.show("share:email", Message.of("input.notEmail"));
    }

    /** Returns the e-mail address of the user to share the repository with. */
    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
