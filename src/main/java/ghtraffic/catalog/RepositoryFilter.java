package ghtraffic.catalog;

import ghtraffic.lists.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * A filter on the repositories that a viewer may see.
 *
 * @param search a text that the full name must contain, in any case; empty for all. Surrounding spaces and everything
 *     after {@value #LONGEST} characters are ignored
 * @param tenant the tenant that must track them; null for any
 */
public record RepositoryFilter(String search, @Nullable Integer tenant) {

    /** The maximum number of characters to search for. */
    static final int LONGEST = 140;

    /** The filter that matches all repositories. */
    public static final RepositoryFilter ALL = new RepositoryFilter("", null);

    /** Removes surrounding spaces and shortens the search text. */
    public RepositoryFilter {
        search = SearchText.cut(search, LONGEST);
    }

    /** Returns the filter for repositories whose full name contains the text that a user entered. */
    public static RepositoryFilter called(@Nullable String entered) {
        return new RepositoryFilter(entered == null ? "" : entered, null);
    }
}
