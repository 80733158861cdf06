package ghtraffic.collection;

import java.time.LocalDate;

/**
 * The GitHub token of a tenant ends soon.
 *
 * @param tenant his number
 * @param name what he is called
 * @param on the UTC day on which it ends
 * @param over whether it has ended
 */
public record CredentialWarning(int tenant, String name, LocalDate on, boolean over) {}
