package ghtraffic.audit;

/**
 * Names the user who makes the changes of the current request. The package that knows the callers implements it, so
 * this package depends on no other.
 */
public interface CurrentActor {

    /**
     * Returns the actor of the current request.
     *
     * @throws jakarta.enterprise.context.ContextNotActiveException if no request is active; the server itself is the
     *     actor then
     */
    Actor actor();
}
