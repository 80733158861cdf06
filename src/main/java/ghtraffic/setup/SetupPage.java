package ghtraffic.setup;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.limits.AttemptLimiter;
import ghtraffic.limits.ClientAddress;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.Message;
import ghtraffic.secrets.Secret;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page of the first setup. */
@Named
@RequestScoped
public class SetupPage {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Pattern GITHUB_USER = Pattern.compile("[A-Za-z0-9_-]{0,39}");

    @Inject
    private FirstSetup setUp;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AttemptLimiter attempts;

    @Inject
    private HttpServletRequest request;

    private String name = "";

    private String gitHubUser = "";

    private String token = "";

    private String code = "";

    /** Redirects to the overview when there is already an administrator. */
    public @Nullable String enter() {
        return setUp.isNeeded() ? null : "/overview?faces-redirect=true";
    }

    /**
     * Completes the setup with the entered values.
     *
     * @return the page to go to; null when this page stays with a message
     */
    public @Nullable String complete() {
        if (isWrong()) {
            return null;
        }
        ClientAddress address = new ClientAddress(request.getRemoteAddr());
        Optional<Duration> wait = attempts.remainingWait(AttemptLimiter.Kind.SET_UP_CODE, address);
        if (wait.isPresent()) {
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.setResponseStatus(TOO_MANY_REQUESTS);
            external.setResponseHeader("Retry-After", String.valueOf(wait.get().toSeconds()));
            return FieldMessage.show("form:code", Message.of("setUp.tooMany"));
        }
        FirstSetup.Outcome outcome;
        try {
            outcome = setUp.complete(
                    viewer.get().email(), name.strip(), gitHubUser.strip(), new Secret(token.strip()), code);
        } catch (PersistenceException e) {
            if (setUp.isNeeded()) {
                throw e;
            }
            outcome = new FirstSetup.AlreadyDone();
        }
        if (outcome instanceof FirstSetup.WrongCode) {
            attempts.failed(
                    AttemptLimiter.Kind.SET_UP_CODE, address, viewer.get().email());
            return FieldMessage.show("form:code", Message.of("setUp.wrongCode"));
        }
        return outcome instanceof FirstSetup.Completed
                ? "/repositories?faces-redirect=true"
                : "/overview?faces-redirect=true";
    }

    /** Shows a message at each field that is invalid, and returns whether there is any. */
    private boolean isWrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (name.isBlank() || name.length() > 100) {
            wrong.put("name", name.isBlank() ? "setUp.name" : "setUp.nameTooLong");
        }
        if (gitHubUser.isBlank() || !GITHUB_USER.matcher(gitHubUser).matches()) {
            wrong.put("gitHubUser", gitHubUser.isBlank() ? "setUp.gitHubUser" : "setUp.noGitHubUser");
        }
        if (token.isBlank() || token.length() > 1000) {
            wrong.put("token", token.isBlank() ? "setUp.token" : "setUp.tokenTooLong");
        }
        if (code.isBlank() || code.length() > 200) {
            wrong.put("code", code.isBlank() ? "setUp.code" : "setUp.codeTooLong");
        }
        wrong.forEach((field, key) -> FieldMessage.show("form:" + field, Message.of(key)));
        return !wrong.isEmpty();
    }

    /** Returns the user's name. */
    public String getName() {
        return name;
    }

    /** Sets the user's name. */
    public void setName(String name) {
        this.name = name;
    }

    /** Returns the GitHub user to whom the token belongs. */
    public String getGitHubUser() {
        return gitHubUser;
    }

    /** Sets the GitHub user to whom the token belongs. */
    public void setGitHubUser(String gitHubUser) {
        this.gitHubUser = gitHubUser;
    }

    /** Returns an empty text: the page never shows the token. */
    public String getToken() {
        return "";
    }

    /** Sets the GitHub token. */
    public void setToken(String token) {
        this.token = token;
    }

    /** Returns the setup code that was entered. */
    public String getCode() {
        return code;
    }

    /** Sets the setup code that was entered. */
    public void setCode(String code) {
        this.code = code;
    }
}
