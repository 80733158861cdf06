package ghtraffic.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub reports about a repository.
 *
 * @param description one line; null when the repository has none
 * @param topics its topics
 * @param language its main programming language; null when GitHub reports none
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
