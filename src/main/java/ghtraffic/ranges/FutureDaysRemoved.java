package ghtraffic.ranges;

import java.time.LocalDate;

/**
 * The rows of days that have not come yet are being removed for one repository. The event is fired within the transaction. Packages
 * that store something by day delete it for all days after this one.
 *
 * @param repository its id
 * @param today the last day that stays
 */
public record FutureDaysRemoved(int repository, LocalDate today) {}
