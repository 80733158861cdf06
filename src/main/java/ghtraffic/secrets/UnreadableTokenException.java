package ghtraffic.secrets;

import ghtraffic.messages.Message;

/** A stored GitHub token cannot be decrypted; the message says why and is meant for people. */
public class UnreadableTokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableTokenException(Throwable cause) {
        super(Message.inEnglish("said.reason.undecryptable"), cause);
    }
}
