package ghtraffic.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first set-up. */
@Named
@RequestScoped
public class SetUpPage {

    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private FirstSetUp setUp;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Attempts attempts;

    @Inject
    private HttpServletRequest request;

    @NotBlank(message = "Enter your name")
    @Size(max = 100, message = "At most 100 characters")
    private String name = "";

    @NotBlank(message = "Enter your GitHub user name")
    @Pattern(regexp = "[A-Za-z0-9_-]{0,39}", message = "A GitHub user name is letters, digits and hyphens, at most 39")
    private String gitHubUser = "";

    @NotBlank(message = "Enter a GitHub token")
    @Size(max = 1000, message = "At most 1,000 characters")
    private String token = "";

    @NotBlank(message = "Enter the set-up code")
    @Size(max = 200, message = "At most 200 characters")
    private String code = "";

    /** Leads away once there is an administrator. */
    public @Nullable String enter() {
        return setUp.isOpen() ? null : "/overview?faces-redirect=true";
    }

    /** Tries to complete the set-up with what was entered. */
    public @Nullable String complete() {
        ClientAddress address = new ClientAddress(request.getRemoteAddr());
        Optional<Duration> wait = attempts.pause(Attempts.Kind.SET_UP_CODE, address);
        if (wait.isPresent()) {
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.setResponseStatus(TOO_MANY_REQUESTS);
            external.setResponseHeader("Retry-After", String.valueOf(wait.get().toSeconds()));
            return FormError.show(
                    "form:code",
                    "Too many wrong codes came from your address. Nothing was changed. Try again in a minute.");
        }
        FirstSetUp.Outcome outcome;
        try {
            outcome = setUp.complete(
                    viewer.get().email(), name.strip(), gitHubUser.strip(), new Secret(token.strip()), code);
        } catch (PersistenceException e) {
            if (setUp.isOpen()) {
                throw e;
            }
            outcome = new FirstSetUp.AlreadyDone();
        }
        if (outcome instanceof FirstSetUp.WrongCode) {
            attempts.failed(Attempts.Kind.SET_UP_CODE, address, viewer.get().email());
            return FormError.show("form:code", "This is not the set-up code. The server printed it when it started.");
        }
        return outcome instanceof FirstSetUp.Completed
                ? "/repositories?faces-redirect=true"
                : "/overview?faces-redirect=true";
    }

    /** His name. */
    public String getName() {
        return name;
    }

    /** His name. */
    public void setName(String name) {
        this.name = name;
    }

    /** The GitHub user to whom the token belongs. */
    public String getGitHubUser() {
        return gitHubUser;
    }

    /** The GitHub user to whom the token belongs. */
    public void setGitHubUser(String gitHubUser) {
        this.gitHubUser = gitHubUser;
    }

    /** Always empty: a token is written, never shown. */
    public String getToken() {
        return "";
    }

    /** The GitHub token. */
    public void setToken(String token) {
        this.token = token;
    }

    /** What was entered as the code. */
    public String getCode() {
        return code;
    }

    /** What was entered as the code. */
    public void setCode(String code) {
        this.code = code;
    }
}
