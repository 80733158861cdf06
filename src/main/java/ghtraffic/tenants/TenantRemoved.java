package ghtraffic.tenants;

/**
 * A tenant is removed. Fired within the transaction, before he is gone; the rooms that hold something of him delete it.
 *
 * @param tenant his number
 * @param deleteHistory whether the histories of the repositories that nobody else tracks are deleted too
 */
public record TenantRemoved(int tenant, boolean deleteHistory) {}
