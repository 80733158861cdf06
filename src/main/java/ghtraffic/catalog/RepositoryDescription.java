package ghtraffic.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a repository is, by GitHub.
 *
 * @param description one line, null when it has none
 * @param topics its topics
 * @param language its main programming language, null when there is none
 * @param fork whether it is a fork
 * @param archived whether it is read-only
 * @param hidden whether it is private or internal
 */
public record RepositoryDescription(
        @Nullable String description,
        List<String> topics,
        @Nullable String language,
        boolean fork,
        boolean archived,
        boolean hidden) {}
