package ghtraffic.identity;

/** How a caller stands with his e-mail address, by which rights are granted. */
public sealed interface EmailStatus {

    /** Nobody is signed in. */
    record Nobody() implements EmailStatus {}

    /** The provider vouches for the address. */
    record Verified(String email) implements EmailStatus {}

    /** The provider says that it has not verified the address. */
    record Unverified(String email) implements EmailStatus {}

    /** An administrator does not let him in any more. */
    record Disabled(String email) implements EmailStatus {}

    /** The provider has never told an address. */
    record WithoutEmail() implements EmailStatus {}
}
