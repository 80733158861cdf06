package ghtraffic.account;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import ghtraffic.identity.Scope;
import ghtraffic.identity.Viewer;
import ghtraffic.identity.github.GitHubUsers;
import ghtraffic.identity.tokens.AccessTokens;
import ghtraffic.identity.tokens.TokenItem;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.InvalidInput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The profile page of the viewer: who they are, which repositories they can see, and their access tokens. */
@Named
@RequestScoped
public class ProfilePage {

    private static final int SHOWN_REPOSITORIES = 20;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AccessTokens tokens;

    @Inject
    private Catalog catalog;

    @Inject
    private GitHubUsers gitHubUsers;

    @Inject
    @ConfigProperty(name = "APPID_OAUTH_SERVER_URL")
    private String provider;

    @Inject
    @ManagedProperty("#{param.revoked}")
    private @Nullable String revokedParameter;

    private String name = "";
    private int days = 90;
    private boolean manage;
    private boolean administer;
    private @Nullable String made;
    private @Nullable List<TrackedRepository> visible;

    /** Forbids all caches to store this page, because it may show a token. */
    public void enter() {
        viewer.get();
        FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Cache-Control", "no-store");
    }

    /** Creates a token. The page shows it only this once. */
    public @Nullable String make() {
        Set<Scope> scopes = EnumSet.of(Scope.READ);
        if (manage) {
            scopes.add(Scope.MANAGE);
        }
        if (administer) {
            scopes.add(Scope.ADMINISTER);
        }
        try {
            made = tokens.create(viewer.subject(), name, scopes, days).token().reveal();
            name = "";
        } catch (InvalidInput e) {
            FieldMessage.show("tokens", e);
        }
        return null;
    }

    /** Revokes the token whose button was pressed. */
    public String revoke() {
        int id = revokedParameter != null && revokedParameter.matches("[0-9]{1,9}")
                ? Integer.parseInt(revokedParameter)
                : 0;
        return "/profile?faces-redirect=true&done=" + (tokens.revoke(viewer.subject(), id) ? "revoked" : "gone");
    }

    /** Returns the viewer. */
    public Viewer getMe() {
        return viewer.get();
    }

    /** Returns the address of the identity provider, or the name of the GitHub server. */
    public String getProvider() {
        return gitHubUsers
                .account(viewer.subject())
                .map(GitHubUsers.Known::server)
                .orElse(provider);
    }

    /** Returns the viewer's subject at the provider, or the number of their GitHub account. */
    public String getSubject() {
        return gitHubUsers
                .account(viewer.subject())
                .map(account -> String.valueOf(account.id()))
                .orElseGet(viewer::subject);
    }

    /** Returns the first 20 repositories that the viewer can see, by name. */
    public List<TrackedRepository> getRepositories() {
        return visible().subList(0, Math.min(SHOWN_REPOSITORIES, visible().size()));
    }

    /** Returns how many repositories the viewer can see. */
    public int getCount() {
        return visible().size();
    }

    private List<TrackedRepository> visible() {
        if (visible == null) {
            visible = catalog.visibleTo(viewer.get());
        }
        return visible;
    }

    /** Returns the viewer's access tokens, newest first. */
    public List<TokenItem> getTokens() {
        return tokens.of(viewer.subject());
    }

    /** Returns the token that this request created; null when it created none. */
    public @Nullable String getMade() {
        return made;
    }

    /** Returns whether a token of the viewer could manage anything. */
    public boolean isManager() {
        return !viewer.get().managed().isEmpty();
    }

    /** Returns whether a token of the viewer could administer anything. */
    public boolean isAdministrator() {
        return viewer.get().has(Role.ADMIN) || viewer.get().has(Role.SYSMAINT);
    }

    /** Returns the name of the new token. */
    public String getName() {
        return name;
    }

    /** Sets the name of the new token. */
    public void setName(String name) {
        this.name = name;
    }

    /** Returns the lifetime of the new token, in days. */
    public int getDays() {
        return days;
    }

    /** Sets the lifetime of the new token, in days. */
    public void setDays(int days) {
        this.days = days;
    }

    /** Returns whether the new token may manage repositories. */
    public boolean isManage() {
        return manage;
    }

    /** Sets whether the new token may manage repositories. */
    public void setManage(boolean manage) {
        this.manage = manage;
    }

    /** Returns whether the new token may administer. */
    public boolean isAdminister() {
        return administer;
    }

    /** Sets whether the new token may administer. */
    public void setAdminister(boolean administer) {
        this.administer = administer;
    }
}
