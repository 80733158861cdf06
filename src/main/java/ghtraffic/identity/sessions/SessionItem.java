package ghtraffic.identity.sessions;

import java.time.Instant;

/**
 * A browser in which somebody is signed in, as he sees it.
 *
 * @param id its number
 * @param begunAt when he signed in
 * @param seenAt when it last asked for something, within some minutes
 * @param address from where he signed in
 * @param browser the browser's name and system
 * @param means how the provider says that it knew him; empty when it does not say
 */
public record SessionItem(int id, Instant begunAt, Instant seenAt, String address, String browser, String means) {}
