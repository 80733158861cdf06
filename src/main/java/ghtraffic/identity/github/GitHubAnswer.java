package ghtraffic.identity.github;

import org.jspecify.annotations.Nullable;

/** What GitHub answers when the application asks who has signed in. */
public sealed interface GitHubAnswer {

    /**
     * The user.
     *
     * @param id the number of the account, which never changes
     * @param login the name of the account
     * @param email the primary email address; null if GitHub has not verified it
     */
    record Account(long id, String login, @Nullable String email) implements GitHubAnswer {}

    /** GitHub does not accept the code. */
    record Refused() implements GitHubAnswer {}

    /** GitHub does not answer, or not as expected. */
    record Silent() implements GitHubAnswer {}
}
