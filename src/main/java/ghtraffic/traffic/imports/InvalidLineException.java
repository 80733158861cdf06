package ghtraffic.traffic.imports;

/**
 * Thrown when a line of a file cannot be imported. The message tells users why. It has no stack trace, because a file
 * may have very many invalid lines.
 */
class InvalidLineException extends Exception {

    private static final long serialVersionUID = 1;

    InvalidLineException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
