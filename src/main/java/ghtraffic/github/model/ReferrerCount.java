package ghtraffic.github.model;

/**
 * A site that visitors of the last 14 days came from.
 *
 * @param referrer its name, as {@code Google} or {@code news.ycombinator.com}
 * @param count views
 * @param uniques different people
 */
public record ReferrerCount(String referrer, int count, int uniques) {}
