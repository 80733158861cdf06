package ghtraffic.github.model;

/**
 * A page of the repository, with its views in the last 14 days.
 *
 * @param path the path from the server's root, such as {@code /acme/widgets/issues}
 * @param title the page's title, empty if it has none
 * @param count the number of views
 * @param uniques the number of unique visitors
 */
public record PathCount(String path, String title, int count, int uniques) {}
