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

/** The page that lists, adds and removes repositories. */
@Named
@RequestScoped
public class RepositoriesPage {

    private static final int FORBIDDEN = 403;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    @Inject
    private RepositoryTracking tracking;

    @Inject
    @ManagedProperty("#{param.repository}")
    private @Nullable String repository;

    @Inject
    @ManagedProperty("#{param.history}")
    private @Nullable String history;

    @Inject
    private ListRequest list;

    private String name = "";
    private int tenant;

    private @Nullable Page<TrackedRepository> shown;

    /**
     * Tracks the entered repository.
     *
     * @return the page to go to; null when this page stays with a message
     */
    public @Nullable String add() {
        RepositoryName wanted;
        try {
            wanted = RepositoryName.parse(name);
        } catch (InvalidInput e) {
            return FieldMessage.show("form:name", e.what());
        }
        TrackingOutcome outcome = tracking.track(chosenTenant(), GitHubHost.GITHUB_COM, wanted);
        Message complaint = outcome.complaint(wanted);
        if (complaint != null) {
            return FieldMessage.show("form:name", complaint);
        }
        return "/repository?faces-redirect=true&id="
                + ((TrackingOutcome.Tracked) outcome).repository().id() + "&added=true";
    }

    /** Answers 403 to viewers who do not manage a tenant. */
    public void enter() throws IOException {
        if (viewer.get().managed().isEmpty()) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(FORBIDDEN, null);
            context.responseComplete();
        }
    }

    /**
     * Stops tracking the selected repository for all tenants that the viewer manages, and redirects to the same page of
     * the list.
     */
    public @Nullable String remove() throws IOException {
        int id = repository != null && repository.matches("[0-9]{1,9}") ? Integer.parseInt(repository) : 0;
        boolean removed = false;
        for (int own : catalog.trackingTenants(List.of(id)).getOrDefault(id, List.of())) {
            removed |= viewer.get().manages(own) && tracking.stop(own, id, "delete".equals(history));
        }
        if (!removed) {
            return FieldMessage.show("form:name", Message.of("track.notAnyMore"));
        }
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().redirect(turnedTo(list.number()) + "&removed=true");
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

    /** Returns the page of repositories that the viewer manages and that match the search. */
    public Page<TrackedRepository> getShown() {
        if (shown == null) {
            List<TrackedRepository> found = catalog.managedBy(viewer.get(), RepositoryFilter.called(list.search()));
            shown = Page.of(found, list.number(), Page.USUAL_SIZE);
        }
        return shown;
    }

    /** Returns the address of another page of the list. */
    public String turnedTo(int other) {
        return PageLinks.found("/repositories", getSearch(), other);
    }

    /** Returns the text that names must contain. */
    public String getSearch() {
        return RepositoryFilter.called(list.search()).search();
    }

    /** Returns the tenants that the viewer manages. */
    public List<Viewer.Access> getTenants() {
        return viewer.get().managed();
    }

    /** Returns the {@code owner/name} that was entered. */
    public String getName() {
        return name;
    }

    /** Sets the {@code owner/name} to add. */
    public void setName(String name) {
        this.name = name;
    }

    /** Returns the tenant that will track the repository. */
    public int getTenant() {
        return tenant;
    }

    /** Sets the tenant that will track the repository. */
    public void setTenant(int tenant) {
        this.tenant = tenant;
    }
}
