package ghtraffic.audit;

/**
 * Names the user who makes the changes of the current request. The package that knows the callers implements it, so
 * this package depends on no other.
 */
public interface CurrentActor {

    /**
     * Returns who acts in the current request.
     *
     * @throws jakarta.enterprise.context.ContextNotActiveException when no request is active: then the server itself acts
     */
    Actor actor();
}
