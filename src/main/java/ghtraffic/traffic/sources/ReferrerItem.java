package ghtraffic.traffic.sources;

/**
 * A site that GitHub lists under Top referrers, with its totals of the last 14 days.
 *
 * @param referrer the name of the site
 * @param count the number of views
 * @param uniques the number of unique visitors
 */
public record ReferrerItem(String referrer, int count, int uniques) {}
