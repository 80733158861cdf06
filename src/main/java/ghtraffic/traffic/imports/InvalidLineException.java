package ghtraffic.traffic.imports;

/** A line of a file cannot be imported; the message says why and is meant for people. Without a stack trace: files are long. */
class InvalidLineException extends Exception {

    private static final long serialVersionUID = 1;

    InvalidLineException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
