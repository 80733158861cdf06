package ghtraffic.traffic.sources;

/**
 * A page that was viewed in the last 14 days.
 *
 * @param path from the server's root
 * @param title its title
 * @param count views
 * @param uniques different people
 */
public record PathItem(String path, String title, int count, int uniques) {}
