package ghtraffic.tenants;

/**
 * A tenant as administrators see him.
 *
 * @param id his number
 * @param name what he is called
 * @param gitHubUser the GitHub user or organisation that he stands for
 * @param credential what he reads GitHub with: {@code token}, {@code app} or {@code none}; never more of it
 */
public record TenantItem(int id, String name, String gitHubUser, String credential) {}
