package ghtraffic.catalog.discovery;

import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.servers.GitHubHost;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import org.jspecify.annotations.Nullable;

/**
 * A repository that the credential of a tenant can read.
 *
 * @param owner the GitHub user or organization
 * @param name the name without the owner
 * @param url its page on GitHub
 * @param hidden whether it is private or internal
 * @param fork whether it is a fork
 * @param archived whether it is read-only
 * @param trafficReadable whether the credential can read its traffic; null when GitHub does not report it
 * @param tracked whether the tenant tracks it
 * @param wanted whether the tenant's discovery rules match it
 */
@JsonbNillable
public record DiscoverableRepository(
        String owner,
        String name,
        String url,
        @JsonbProperty("private") boolean hidden,
        boolean fork,
        boolean archived,
        @Nullable Boolean trafficReadable,
        boolean tracked,
        boolean wanted) {

    static DiscoverableRepository of(GitHubRepository found, boolean tracked, boolean wanted) {
        return new DiscoverableRepository(
                found.owner(),
                found.name(),
                GitHubHost.GITHUB_COM.page(found.fullName()),
                found.facts().hidden(),
                found.facts().fork(),
                found.facts().archived(),
                found.facts().trafficReadable(),
                tracked,
                wanted);
    }

    /** Returns {@code owner/name}. */
    public String fullName() {
        return owner + "/" + name;
    }

    /**
     * Returns whether it can be added: the tenant does not track it yet, and GitHub does not report that its traffic is
     * unreadable.
     */
    public boolean addable() {
        return !tracked && !Boolean.FALSE.equals(trafficReadable);
    }
}
