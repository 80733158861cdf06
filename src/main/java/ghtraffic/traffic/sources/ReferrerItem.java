package ghtraffic.traffic.sources;

/**
 * A site that visitors of the last 14 days came from.
 *
 * @param referrer its name
 * @param count views
 * @param uniques different people
 */
public record ReferrerItem(String referrer, int count, int uniques) {}
