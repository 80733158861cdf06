package ghtraffic.github.servers;

import java.net.URI;
import java.util.Locale;

/**
 * A GitHub server.
 *
 * @param name the host name, such as {@code github.com}; scheme and port only if the operator allows a server with them
 */
public record GitHubHost(String name) {

    /** The host github.com. */
    public static final GitHubHost GITHUB_COM = new GitHubHost("github.com");

    private static final String DATA_RESIDENCY = ".ghe.com";

    /** Normalizes the name: lower case, no slash at the end. */
    public GitHubHost {
        name = name.strip().toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
    }

    boolean isGitHubCom() {
        return name.equals(GITHUB_COM.name);
    }

    /**
     * Returns whether this is an Enterprise Server, which has no traffic. GitHub's own clouds (github.com and ghe.com)
     * have it.
     */
    public boolean isEnterpriseServer() {
        return !isGitHubCom() && !name.endsWith(DATA_RESIDENCY);
    }

    /**
     * Returns the base address of the host's API, without a slash at the end.
     *
     * @param ofGitHubCom the base address to use for github.com
     */
    public URI api(URI ofGitHubCom) {
        if (isGitHubCom()) {
            return URI.create(ofGitHubCom.toString().replaceFirst("/+$", ""));
        }
        if (!isEnterpriseServer()) {
            return URI.create("https://" + apiHost());
        }
        return URI.create((name.contains("://") ? name : "https://" + name) + "/api/v3");
    }

    /** Returns the host name of the API. Not defined for github.com. */
    String apiHost() {
        return isEnterpriseServer() ? name : "api." + name;
    }

    /** Returns the address of a repository's page on this host. */
    public String page(String fullName) {
        return web() + "/" + fullName;
    }

    /** Returns the host name of the pages, with a port if the name has one. */
    public String authority() {
        return URI.create(web()).getAuthority();
    }

    private String web() {
        return name.contains("://") ? name : "https://" + name;
    }
}
