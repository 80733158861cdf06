package ghtraffic.traffic.sources;

/**
 * A page that GitHub lists under Top pages, with its totals of the last 14 days.
 *
 * @param path the path of the page, from the server's root
 * @param title the title of the page
 * @param count the number of views
 * @param uniques the number of unique visitors
 */
public record PathItem(String path, String title, int count, int uniques) {}
