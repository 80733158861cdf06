package ghtraffic.collection.warnings;

import java.time.LocalDate;

/**
 * The GitHub token of a tenant ends soon.
 *
 * @param tenant his number
 * @param name what he is called
 * @param on the UTC day on which it ends
 * @param days how many days that is from today; 0 or less when it is today or was before
 * @param over whether it has ended
 */
public record CredentialWarning(int tenant, String name, LocalDate on, long days, boolean over) {}
