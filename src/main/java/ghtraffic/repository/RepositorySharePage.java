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

/** The form that lets somebody see one repository. */
@Named
@RequestScoped
public class RepositorySharePage {

    @Inject
    private RepositoryPage page;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalogue;

    @Inject
    private Grants grants;

    private String email = "";

    /** Lets somebody see it. */
    public @Nullable String share() {
        int id = page.getId();
        boolean shared = page.isShareable()
                && catalogue.subscribers(List.of(id)).getOrDefault(id, List.of()).stream()
                        .filter(viewer.get()::manages)
                        .findFirst()
                        .map(tenant -> grants.shareRepository(email, tenant, id))
                        .orElse(false);
        if (shared) {
            return "/repository?faces-redirect=true&id=" + id + "&shared=true";
        }
        return FieldMessage.show("share:email", Message.of("input.notEmail"));
    }

    /** Whom to let see it. */
    public String getEmail() {
        return email;
    }

    /** Whom to let see it. */
    public void setEmail(String email) {
        this.email = email;
    }
}
