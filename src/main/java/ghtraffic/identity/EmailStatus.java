package ghtraffic.identity;

/** What is known about the email address of a caller. Access is granted to email addresses. */
public sealed interface EmailStatus {

    /** Nobody is signed in. */
    record Nobody() implements EmailStatus {}

    /** The provider vouches for the address. */
    record Verified(String email) implements EmailStatus {}

    /** The provider reports that it has not verified the address. */
    record Unverified(String email) implements EmailStatus {}

    /** The operator does not let addresses of this provider give rights. */
    record Untrusted(String email) implements EmailStatus {}

    /** An administrator has deactivated the user. */
    record Disabled(String email) implements EmailStatus {}

    /** The provider has never reported an address. */
    record WithoutEmail() implements EmailStatus {}
}
