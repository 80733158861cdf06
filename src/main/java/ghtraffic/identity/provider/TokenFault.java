package ghtraffic.identity.provider;

/** Why a JSON Web Token is refused. */
public enum TokenFault {
    /** It cannot be read. */
    FORM("The token cannot be read"),

    /** It is not signed with one of the provider's keys. */
    SIGNATURE("The signature does not fit a key of the identity provider"),

    /** Another provider made it. */
    ISSUER("The issuer is not the identity provider of this server"),

    /** It is meant for another application. */
    AUDIENCE("The token is meant for another audience"),

    /** It is not good any more, not yet, or without an end. */
    TIME("The token has expired or is not valid yet"),

    /** It does not say whose it is, or names a subject that only this server gives. */
    SUBJECT("The token names no subject, or one that no provider may give"),

    /** The server refuses it although nothing of the above is wrong, for instance after it signed out with it. */
    OTHER("The server does not accept the token");

    private final String description;

    TokenFault(String description) {
        this.description = description;
    }

    /** Returns the reason in English, as a sentence without a full stop (RFC 6750, {@code error_description}). */
    public String description() {
        return description;
    }
}
