package ghtraffic.identity;

import java.util.Set;

/**
 * An access token that a caller sent and that is good.
 *
 * @param id its number
 * @param subject the provider's subject whose token it is
 * @param name what the owner calls it
 * @param scopes how much of the owner's rights it carries
 */
public record VerifiedToken(int id, String subject, String name, Set<Scope> scopes) {}
