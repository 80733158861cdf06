package ghtraffic.github.model;

/**
 * A page of the repository that was viewed in the last 14 days.
 *
 * @param path from the server's root, as {@code /acme/widgets/issues}
 * @param title its title
 * @param count views
 * @param uniques different people
 */
public record PathCount(String path, String title, int count, int uniques) {}
