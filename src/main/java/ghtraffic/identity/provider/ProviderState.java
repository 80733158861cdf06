package ghtraffic.identity.provider;

/** Whether the provider can be used for a sign-in. */
public enum ProviderState {
    /** It answers. */
    READY,

    /** It does not answer, or not with a discovery document. */
    SILENT,

    /** The server does not trust its certificate. */
    UNTRUSTED
}
