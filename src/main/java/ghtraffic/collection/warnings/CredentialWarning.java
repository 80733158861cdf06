package ghtraffic.collection.warnings;

import java.time.LocalDate;

/**
 * Warns that the GitHub token of a tenant expires soon or has expired.
 *
 * @param tenant the id of the tenant
 * @param name the name of the tenant
 * @param on the UTC day on which the token expires
 * @param days the number of days from today to that day; 0 or negative if it is today or past
 * @param over whether the token has expired
 */
public record CredentialWarning(int tenant, String name, LocalDate on, long days, boolean over) {}
