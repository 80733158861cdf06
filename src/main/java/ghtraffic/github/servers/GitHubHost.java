package ghtraffic.github.servers;

import java.net.URI;
import java.util.Locale;

/**
 * A GitHub server.
 *
 * @param name its host name, as {@code github.com}; scheme and port only where the operator allows a server with them
 */
public record GitHubHost(String name) {

    /** GitHub itself. */
    public static final GitHubHost GITHUB_COM = new GitHubHost("github.com");

    private static final String DATA_RESIDENCY = ".ghe.com";

    /** Takes the name without regard to case, and without a slash at the end. */
    public GitHubHost {
        name = name.strip().toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
    }

    boolean isGitHubCom() {
        return name.equals(GITHUB_COM.name);
    }

    /** Whether it is an Enterprise Server, which has no traffic; GitHub's own clouds have. */
    public boolean isEnterpriseServer() {
        return !isGitHubCom() && !name.endsWith(DATA_RESIDENCY);
    }

    /** Where its API begins, without a slash at the end. */
    public URI api(URI ofGitHubCom) {
        if (isGitHubCom()) {
            return URI.create(ofGitHubCom.toString().replaceFirst("/+$", ""));
        }
        if (!isEnterpriseServer()) {
            return URI.create("https://" + apiHost());
        }
        return URI.create((name.contains("://") ? name : "https://" + name) + "/api/v3");
    }

    /** The host name of its API, where it is not github.com. */
    String apiHost() {
        return isEnterpriseServer() ? name : "api." + name;
    }

    /** The address of a repository's page there. */
    public String page(String fullName) {
        return (name.contains("://") ? name : "https://" + name) + "/" + fullName;
    }
}
