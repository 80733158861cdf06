package ghtraffic.web.errors;

/** The keys of the messages with which a filter or servlet refuses a request; {@link ErrorReport} makes a page of them. */
public final class ErrorKey {

    /** The provider did not verify the email address. */
    public static final String UNVERIFIED = "error.unverified";

    /** The provider sends no email address. */
    public static final String WITHOUT_EMAIL = "error.withoutEmail";

    /** An administrator has deactivated the user. */
    public static final String DISABLED = "error.disabled";

    /** The access token is unknown, revoked or expired. */
    public static final String BAD_TOKEN = "error.token";

    /** The identity provider cannot be reached. */
    public static final String NO_PROVIDER = "error.provider";

    private ErrorKey() {}
}
