package ghtraffic.tenants;

import ghtraffic.secrets.Secret;

/** The GitHub credential of a tenant. */
public sealed interface TenantCredential {

    /** A personal access token of GitHub. */
    record Token(Secret token) implements TenantCredential {}

    /**
     * A GitHub App.
     *
     * @param appId the app's ID or client ID
     * @param installation the number of the installation
     * @param privateKey the private key, in PEM format
     */
    record App(String appId, long installation, Secret privateKey) implements TenantCredential {}
}
