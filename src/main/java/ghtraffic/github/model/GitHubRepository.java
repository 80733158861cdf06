package ghtraffic.github.model;

import java.time.Instant;

/**
 * A repository as GitHub describes it.
 *
 * @param id GitHub's number, which stays when the repository is renamed or transferred
 * @param owner the owner's login
 * @param ownerType {@code User} or {@code Organization}
 * @param name the name within the owner, in its canonical spelling
 * @param createdAt when it was created
 * @param facts what it is like at the moment
 */
public record GitHubRepository(
        long id, String owner, String ownerType, String name, Instant createdAt, RepositoryMetadata facts) {

    /** {@code owner/name}. */
    public String fullName() {
        return owner + "/" + name;
    }
}
