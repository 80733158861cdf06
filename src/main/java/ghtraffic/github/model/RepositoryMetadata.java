package ghtraffic.github.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The current description, topics and counts of a repository.
 *
 * @param description one line of text, null if there is none
 * @param topics the topics, in GitHub's order
 * @param language the main programming language, null if there is none
 * @param fork whether it is a fork
 * @param archived whether it is archived and so read-only
 * @param hidden whether it is private or internal
 * @param stars the number of stars
 * @param forks the number of forks
 * @param watchers the number of watchers, null in lists, where GitHub leaves it out
 * @param openIssues the number of open issues and pull requests
 * @param trafficReadable whether the token may read its traffic; null if GitHub does not report it
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

    /** Returns the same metadata with another value of {@code trafficReadable}. */
    RepositoryMetadata with(@Nullable Boolean readable) {
        return new RepositoryMetadata(
                description, topics, language, fork, archived, hidden, stars, forks, watchers, openIssues, readable);
    }
}
