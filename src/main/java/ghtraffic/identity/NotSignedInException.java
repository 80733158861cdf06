package ghtraffic.identity;

/** The request needs a signed-in user. */
public class NotSignedInException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotSignedInException() {
        super("Nobody is signed in");
    }
}
