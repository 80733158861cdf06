package ghtraffic.catalog;

import ghtraffic.lists.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Which of the repositories that somebody may see he asks for.
 *
 * @param search what the full name must contain, without regard to case; empty for all. Blanks around it do not count, nor
 *     what comes after {@value Selection#LONGEST} characters
 * @param tenant the tenant that must track them; null for any
 */
public record RepositoryFilter(String search, @Nullable Integer tenant) {

    /** The most characters of a name that are searched for. */
    static final int LONGEST = 140;

    /** All of them. */
    public static final RepositoryFilter ALL = new RepositoryFilter("", null);

    /** Cuts the text. */
    public RepositoryFilter {
        search = SearchText.cut(search, LONGEST);
    }

    /** Those whose name contains what somebody entered. */
    public static RepositoryFilter called(@Nullable String entered) {
        return new RepositoryFilter(entered == null ? "" : entered, null);
    }
}
