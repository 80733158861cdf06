package ghtraffic.web.errors;

/** The keys of the messages with which a filter or servlet refuses a request; {@link ErrorReport} makes a page of them. */
public final class ErrorKey {

    /** The provider did not verify the email address. */
    public static final String UNVERIFIED = "error.unverified";

    /** The provider sends no email address. */
    public static final String WITHOUT_EMAIL = "error.withoutEmail";

    /** The operator does not trust the provider to verify email addresses. */
    public static final String NOT_TRUSTED = "error.notTrusted";

    /** An administrator has deactivated the user. */
    public static final String DISABLED = "error.disabled";

    /** The access token is unknown, revoked or expired. */
    public static final String BAD_TOKEN = "error.token";

    /** A token of the identity provider is refused; the name of the fault follows. */
    public static final String WEB_TOKEN = "error.webToken.";

    /** The identity provider cannot be reached. */
    public static final String NO_PROVIDER = "error.provider";

    /** The certificate of the identity provider is not trusted. */
    public static final String UNTRUSTED_PROVIDER = "error.untrusted";

    /** More users are signing in at this moment than the server takes. */
    public static final String MANY_SIGN_INS = "error.manySignIns";

    /** The request attribute of a page that needs a role which the viewer does not have. */
    public static final String REFUSED = "ghtraffic.refused";

    /** The request attribute with the {@code WWW-Authenticate} header; Liberty replaces one that is already set. */
    public static final String CHALLENGE = "ghtraffic.challenge";

    private ErrorKey() {}
}
