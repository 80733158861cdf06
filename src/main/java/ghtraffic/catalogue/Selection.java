package ghtraffic.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Which of the repositories that somebody may see he asks for.
 *
 * @param search what the full name must contain, without regard to case; empty for all
 * @param tenant the tenant that must track them; null for any
 */
public record Selection(String search, @Nullable Integer tenant) {

    /** All of them. */
    public static final Selection ALL = new Selection("", null);
}
