package ghtraffic.tenants;

import ghtraffic.secrets.Secret;

/** What a tenant reads GitHub with. */
public sealed interface TenantCredential {

    /** A personal token. */
    record Token(Secret token) implements TenantCredential {}

    /**
     * A GitHub App.
     *
     * @param appId the app's id or client id
     * @param installation the number of the installation
     * @param privateKey PEM
     */
    record App(String appId, long installation, Secret privateKey) implements TenantCredential {}
}
