package ghtraffic.audit;

import ghtraffic.messages.Message;

/**
 * The user or program that makes a change.
 *
 * @param name the user's email address, or the server's name for itself
 * @param via the way of access: a browser, a token of the provider or an access token
 * @param address the network address that the request came from; empty for the server itself
 */
public record Actor(Message name, Message via, String address) {

    /** The actor of changes that the server makes by itself. */
    static final Actor SERVER = new Actor(Message.of("said.via.server"), Message.of("said.via.itself"), "");
}
