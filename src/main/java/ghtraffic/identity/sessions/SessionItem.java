package ghtraffic.identity.sessions;

import ghtraffic.messages.Message;
import java.time.Instant;

/**
 * A browser session, as its user sees it.
 *
 * @param id its number
 * @param begunAt when the user signed in
 * @param seenAt when the browser last sent a request, accurate to five minutes
 * @param address the address that the user signed in from
 * @param browser the name and system of the browser
 * @param means how the provider authenticated the user; empty when it does not report that
 */
public record SessionItem(int id, Instant begunAt, Instant seenAt, String address, Message browser, String means) {}
