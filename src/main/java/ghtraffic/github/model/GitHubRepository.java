package ghtraffic.github.model;

import java.time.Instant;

/**
 * A repository as GitHub describes it.
 *
 * @param id GitHub's id, which stays when the repository is renamed or transferred
 * @param owner the owner's login
 * @param ownerType {@code User} or {@code Organization}
 * @param name the name within the owner, in its canonical spelling
 * @param createdAt when it was created
 * @param facts its current description, topics and counts
 */
public record GitHubRepository(
        long id, String owner, String ownerType, String name, Instant createdAt, RepositoryMetadata facts) {

    /** Returns {@code owner/name}. */
    public String fullName() {
        return owner + "/" + name;
    }
}
