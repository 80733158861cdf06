package ghtraffic.identity;

/** Something was asked that only a signed-in person can be told. */
public class NotSignedInException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotSignedInException() {
        super("Nobody is signed in");
    }
}
