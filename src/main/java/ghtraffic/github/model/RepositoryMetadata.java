package ghtraffic.github.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a repository is like at the moment.
 *
 * @param description one line of text, null when it has none
 * @param topics in GitHub's order
 * @param language the main programming language, null when there is none
 * @param fork whether it is a fork
 * @param archived whether it is read-only
 * @param hidden whether it is private or internal
 * @param stars how many starred it
 * @param forks how many forks it has
 * @param watchers how many watch it, null in lists, where GitHub leaves it out
 * @param openIssues issues and pull requests that are open
 * @param trafficReadable whether the token may read its traffic: null when GitHub does not say
 */
public record RepositoryMetadata(
        @Nullable String description,
        List<String> topics,
        @Nullable String language,
        boolean fork,
        boolean archived,
        boolean hidden,
        int stars,
        int forks,
        @Nullable Integer watchers,
        int openIssues,
        @Nullable Boolean trafficReadable) {

    /** The same, with another word on whether the traffic can be read. */
    RepositoryMetadata with(@Nullable Boolean readable) {
        return new RepositoryMetadata(
                description, topics, language, fork, archived, hidden, stars, forks, watchers, openIssues, readable);
    }
}
