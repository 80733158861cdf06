package ghtraffic.tenants;

/**
 * A tenant is being removed. The event is fired within the transaction, before the tenant is deleted. Packages that
 * store data of the tenant delete it.
 *
 * @param tenant the tenant's number
 * @param deleteHistory whether the histories of repositories that no other tenant tracks are deleted too
 */
public record TenantRemoved(int tenant, boolean deleteHistory) {}
