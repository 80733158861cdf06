package ghtraffic.github;

import ghtraffic.github.servers.GitHubHost;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask, as whom, and what is known already.
 *
 * @param host the GitHub server
 * @param credential the token to ask with
 * @param etag of the same question's last answer to the same credential; null when there is none
 * @param sparing whether a part of the credential's limit is left to others, as background work does
 */
public record GitHubRequest(
        GitHubHost host, Credential credential, @Nullable String etag, boolean sparing) {

    /** For somebody who waits for the answer. */
    public static GitHubRequest direct(GitHubHost host, Credential credential) {
        return new GitHubRequest(host, credential, null, false);
    }

    /** For work in the background. */
    public static GitHubRequest sparing(GitHubHost host, Credential credential) {
        return new GitHubRequest(host, credential, null, true);
    }

    /** The same, for a question whose last answer had this ETag. */
    public GitHubRequest knowing(@Nullable String knownEtag) {
        return new GitHubRequest(host, credential, knownEtag, sparing);
    }
}
