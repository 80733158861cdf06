package ghtraffic.tenants;

/**
 * A tenant, as administrators see it.
 *
 * @param id its number
 * @param name its name
 * @param gitHubUser the GitHub user or organization that it stands for
 * @param credential the kind of its GitHub credential: {@code token}, {@code app} or {@code none}; never the secret
 */
public record TenantItem(int id, String name, String gitHubUser, String credential) {}
