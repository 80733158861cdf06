package ghtraffic.audit;

/**
 * Who makes a change.
 *
 * @param name his e-mail address, or the server's own name for itself
 * @param via how he came
 * @param address the network address that the request came from; empty for the server itself
 */
public record Actor(String name, String via, String address) {

    /** What happens by itself. */
    static final Actor SERVER = new Actor("this server", "by itself", "");
}
