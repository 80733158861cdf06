package ghtraffic.identity;

/** A stored GitHub token cannot be decrypted; the message says why and is meant for people. */
public class UnreadableTokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableTokenException(Throwable cause) {
        super(
                "A GitHub token cannot be decrypted: neither CREDENTIAL_KEY nor CREDENTIAL_KEY_BEFORE is the key that it was encrypted with",
                cause);
    }
}
