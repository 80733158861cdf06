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
public record Selection(String search, @Nullable Integer tenant) {

    /** The most characters of a name that are searched for. */
    static final int LONGEST = 140;

    /** All of them. */
    public static final Selection ALL = new Selection("", null);

    /** Cuts the text. */
    public Selection {
        search = SearchText.cut(search, LONGEST);
    }

    /** Those whose name contains what somebody entered. */
    public static Selection called(@Nullable String entered) {
        return new Selection(entered == null ? "" : entered, null);
    }
}
