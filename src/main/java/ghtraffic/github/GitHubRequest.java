package ghtraffic.github;

import ghtraffic.github.servers.GitHubHost;
import org.jspecify.annotations.Nullable;

/**
 * The host and the credential of a call, and what is already known about its answer.
 *
 * @param host the GitHub server
 * @param credential the token to send
 * @param etag the ETag of the last answer to the same call with the same credential; null if there is none
 * @param sparing whether to leave a part of the credential's rate limit to others, as background work does
 */
public record GitHubRequest(
        GitHubHost host, Credential credential, @Nullable String etag, boolean sparing) {

    /** Creates a request that somebody is waiting for. */
    public static GitHubRequest interactive(GitHubHost host, Credential credential) {
        return new GitHubRequest(host, credential, null, false);
    }

    /** Creates a request of background work. */
    public static GitHubRequest background(GitHubHost host, Credential credential) {
        return new GitHubRequest(host, credential, null, true);
    }

    /** Returns the same request with the ETag of its last answer. */
    public GitHubRequest withEtag(@Nullable String knownEtag) {
        return new GitHubRequest(host, credential, knownEtag, sparing);
    }
}
