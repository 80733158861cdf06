package ghtraffic.identity;

import java.util.Set;

/**
 * A valid access token that a caller sent.
 *
 * @param id its number
 * @param subject the provider's subject who owns it
 * @param name the name that its owner gave it
 * @param scopes the part of its owner's rights that it carries
 */
public record VerifiedToken(int id, String subject, String name, Set<Scope> scopes) {}
