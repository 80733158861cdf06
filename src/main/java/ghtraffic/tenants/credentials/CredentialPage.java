package ghtraffic.tenants.credentials;

import ghtraffic.github.Answer;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import ghtraffic.tenants.TenantCredential;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page with the forms that replace a GitHub credential. The entered values are never shown again. */
@Named
@RequestScoped
public class CredentialPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private CredentialReplacement change;

    @Inject
    @ManagedProperty("#{param.tenant}")
    private @Nullable String tenantParameter;

    private String token = "";
    private String appId = "";
    private String installation = "";
    private String privateKey = "";

    /**
     * Replaces the credential by a token.
     *
     * @return the page to go to; null when this page stays, with a message or because the viewer may not do this
     */
    public @Nullable String replaceToken() {
        return replace(new CredentialInput(token, null, null, null), "token");
    }

    /**
     * Replaces the credential by a GitHub App.
     *
     * @return the page to go to; null when this page stays, with a message or because the viewer may not do this
     */
    public @Nullable String replaceApp() {
        String number = installation.strip();
        Long told = number.matches("[0-9]{1,18}") ? Long.valueOf(number) : null;
        return replace(new CredentialInput(null, appId, told, privateKey), "app");
    }

    private @Nullable String replace(CredentialInput entered, String form) {
        int tenant = tenantParameter != null && tenantParameter.matches("[0-9]{1,9}")
                ? Integer.parseInt(tenantParameter)
                : 0;
        if (!change.isAllowedFor(viewer.get(), tenant)) {
            return null;
        }
        TenantCredential credential;
        try {
            credential = entered.toCredential();
        } catch (InvalidInput e) {
            return FieldMessage.show(form, e);
        }
        Optional<Answer.Refusal<?>> refused =
                change.replace(tenant, credential, viewer.get().email());
        return refused.isEmpty()
                ? (viewer.get().manages(tenant) ? "/discover" : "/tenant") + "?faces-redirect=true&tenant=" + tenant
                        + "&replaced=true"
                : FieldMessage.show(
                        form + (form.equals("app") ? ":privateKey" : ":token"),
                        Message.of("credential.unchanged", refused.get().reason()));
    }

    /** Returns an empty text: the page never shows the token. */
    public String getToken() {
        return "";
    }

    /** Sets the personal access token. */
    public void setToken(String token) {
        this.token = token;
    }

    /** Returns the app's ID or client ID. */
    public String getAppId() {
        return appId;
    }

    /** Sets the app's ID or client ID. */
    public void setAppId(String appId) {
        this.appId = appId;
    }

    /** Returns the number of the installation. */
    public String getInstallation() {
        return installation;
    }

    /** Sets the number of the installation. */
    public void setInstallation(String installation) {
        this.installation = installation;
    }

    /** Returns an empty text: the page never shows the key. */
    public String getPrivateKey() {
        return "";
    }

    /** Sets the app's private key, in PEM format. */
    public void setPrivateKey(String privateKey) {
        this.privateKey = privateKey;
    }
}
