package ghtraffic.github.model;

/**
 * A website that visitors of the last 14 days came from.
 *
 * @param referrer GitHub's name for it, such as {@code Google} or {@code news.ycombinator.com}
 * @param count the number of views
 * @param uniques the number of unique visitors
 */
public record ReferrerCount(String referrer, int count, int uniques) {}
