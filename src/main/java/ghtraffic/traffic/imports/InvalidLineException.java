package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;

/**
 * Thrown when a line of a file cannot be imported. The message tells users why. It has no stack trace, because a file
 * may have very many invalid lines.
 */
class InvalidLineException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Message reason;

    InvalidLineException(Message reason) {
        super(reason.english(), null, false, false);
        this.reason = reason;
    }

    Message reason() {
        return reason;
    }
}
