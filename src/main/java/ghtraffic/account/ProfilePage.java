package ghtraffic.account;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import ghtraffic.identity.Scope;
import ghtraffic.identity.Viewer;
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

/** Who the viewer is, what opens to him, and his access tokens. */
@Named
@RequestScoped
public class ProfilePage {

    private static final int SHOWN_REPOSITORIES = 20;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AccessTokens tokens;

    @Inject
    private Catalog catalogue;

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

    /** A page that may show a token is kept by nobody. */
    public void enter() {
        viewer.get();
        FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Cache-Control", "no-store");
    }

    /** Makes a token, and shows it this once. */
    public @Nullable String make() {
        Set<Scope> scopes = EnumSet.of(Scope.READ);
        if (manage) {
            scopes.add(Scope.MANAGE);
        }
        if (administer) {
            scopes.add(Scope.ADMINISTER);
        }
        try {
            made = tokens.make(viewer.subject(), name, scopes, days).token().reveal();
            name = "";
        } catch (InvalidInput e) {
            FieldMessage.show("tokens", e);
        }
        return null;
    }

    /** Revokes the token that was pressed. */
    public String revoke() {
        int id = revokedParameter != null && revokedParameter.matches("[0-9]{1,9}")
                ? Integer.parseInt(revokedParameter)
                : 0;
        return "/profile?faces-redirect=true&done=" + (tokens.revoke(viewer.subject(), id) ? "revoked" : "gone");
    }

    /** The viewer. */
    public Viewer getMe() {
        return viewer.get();
    }

    /** The address of the identity provider that he signed in with. */
    public String getProvider() {
        return provider;
    }

    /** His number at the provider. */
    public String getSubject() {
        return viewer.subject();
    }

    /** The first of the repositories that open to him, by name. */
    public List<TrackedRepository> getRepositories() {
        return visible().subList(0, Math.min(SHOWN_REPOSITORIES, visible().size()));
    }

    /** How many repositories open to him. */
    public int getCount() {
        return visible().size();
    }

    private List<TrackedRepository> visible() {
        if (visible == null) {
            visible = catalogue.visibleTo(viewer.get());
        }
        return visible;
    }

    /** His access tokens, the newest first. */
    public List<TokenItem> getTokens() {
        return tokens.of(viewer.subject());
    }

    /** The token that was made just now; null when none was. */
    public @Nullable String getMade() {
        return made;
    }

    /** Whether a token of his could manage anything. */
    public boolean isManager() {
        return !viewer.get().managed().isEmpty();
    }

    /** Whether a token of his could administer anything. */
    public boolean isAdministrator() {
        return viewer.get().has(Role.ADMIN) || viewer.get().has(Role.SYSMAINT);
    }

    /** What the new token is to be called. */
    public String getName() {
        return name;
    }

    /** What the new token is to be called. */
    public void setName(String name) {
        this.name = name;
    }

    /** How many days the new token is to work. */
    public int getDays() {
        return days;
    }

    /** How many days the new token is to work. */
    public void setDays(int days) {
        this.days = days;
    }

    /** Whether the new token is to manage repositories. */
    public boolean isManage() {
        return manage;
    }

    /** Whether the new token is to manage repositories. */
    public void setManage(boolean manage) {
        this.manage = manage;
    }

    /** Whether the new token is to administer. */
    public boolean isAdminister() {
        return administer;
    }

    /** Whether the new token is to administer. */
    public void setAdminister(boolean administer) {
        this.administer = administer;
    }
}
