package ghtraffic.secrets;

import ghtraffic.messages.Message;

/** A stored GitHub credential cannot be decrypted. The message gives the reason, in words for users. */
public class UnreadableTokenException extends RuntimeException {

    /** Why, for people. */
    public static final Message REASON = Message.of("said.reason.undecryptable");

    private static final long serialVersionUID = 1;

    UnreadableTokenException(Throwable cause) {
        super(REASON.english(), cause);
    }
}
