package ghtraffic.catalog.tracking;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.RepositoryName;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.catalog.TrackingOutcome;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Viewer;
import ghtraffic.lists.ListRequest;
import ghtraffic.lists.Page;
import ghtraffic.lists.PageLinks;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adding and removing repositories. */
@Named
@RequestScoped
public class RepositoriesPage {

    private static final int FORBIDDEN = 403;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalogue;

    @Inject
    private RepositoryTracking subscriptions;

    @Inject
    @ManagedProperty("#{param.repository}")
    private @Nullable String repository;

    @Inject
    @ManagedProperty("#{param.history}")
    private @Nullable String history;

    @Inject
    private ListRequest asked;

    private String name = "";
    private int tenant;

    private @Nullable Page<TrackedRepository> shown;

    /** Adds the entered repository. */
    public @Nullable String add() {
        RepositoryName wanted;
        try {
            wanted = RepositoryName.parse(name);
        } catch (InvalidInput e) {
            return FieldMessage.show("form:name", e.what());
        }
        TrackingOutcome tracking = subscriptions.track(chosenTenant(), GitHubHost.GITHUB_COM, wanted);
        Message complaint = tracking.complaint(wanted);
        if (complaint != null) {
            return FieldMessage.show("form:name", complaint);
        }
        return "/repository?faces-redirect=true&id="
                + ((TrackingOutcome.Tracked) tracking).repository().id() + "&added=true";
    }

    /** Lets in only those who manage a tenant. */
    public void enter() throws IOException {
        if (viewer.get().managed().isEmpty()) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(FORBIDDEN, null);
            context.responseComplete();
        }
    }

    /** Stops tracking the chosen repository, for all tenants of the viewer, and leads back to the list as it was. */
    public @Nullable String remove() throws IOException {
        int id = repository != null && repository.matches("[0-9]{1,9}") ? Integer.parseInt(repository) : 0;
        boolean removed = false;
        for (int own : catalogue.subscribers(List.of(id)).getOrDefault(id, List.of())) {
            removed |= viewer.get().manages(own) && subscriptions.stop(own, id, "delete".equals(history));
        }
        if (!removed) {
            return FieldMessage.show("form:name", Message.of("track.notAnyMore"));
        }
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().redirect(turnedTo(asked.number()) + "&removed=true");
        context.responseComplete();
        return null;
    }

    private int chosenTenant() {
        List<Viewer.Access> tenants = viewer.get().managed();
        return tenants.stream()
                .map(Viewer.Access::tenant)
                .filter(id -> tenants.size() == 1 || id == tenant)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No tenant of this user"));
    }

    /** Of the repositories that the viewer manages, those that are looked for. */
    public Page<TrackedRepository> getShown() {
        if (shown == null) {
            List<TrackedRepository> found = catalogue.managedBy(viewer.get(), RepositoryFilter.called(asked.search()));
            shown = Page.of(found, asked.number(), Page.USUAL_SIZE);
        }
        return shown;
    }

    /** The address of another page of what is found. */
    public String turnedTo(int other) {
        return PageLinks.found("/repositories", getSearch(), other);
    }

    /** What the names must contain. */
    public String getSearch() {
        return RepositoryFilter.called(asked.search()).search();
    }

    /** The tenants that the viewer manages. */
    public List<Viewer.Access> getTenants() {
        return viewer.get().managed();
    }

    /** {@code owner/name} to add. */
    public String getName() {
        return name;
    }

    /** {@code owner/name} to add. */
    public void setName(String name) {
        this.name = name;
    }

    /** The tenant that is to track it. */
    public int getTenant() {
        return tenant;
    }

    /** The tenant that is to track it. */
    public void setTenant(int tenant) {
        this.tenant = tenant;
    }
}
