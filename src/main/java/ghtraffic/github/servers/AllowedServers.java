package ghtraffic.github.servers;

import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides which GitHub servers may be called. Users enter their names, so a name must not lead to this machine or its
 * network. The exceptions are those of the operator: {@code GITHUB_API_URL} for github.com, and the names in
 * {@code GITHUB_SERVERS_ALLOWED}.
 */
@ApplicationScoped
public class AllowedServers {

    /**
     * At least two labels of letters, digits and hyphens. The last label begins with a letter, so an IP address does
     * not match.
     */
    private static final Pattern HOST_NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Finds the addresses of a name. */
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /**
     * The reason why a server may not be called.
     *
     * @param reason a sentence without its full stop, for users
     * @param passing whether the answer may change soon, because the name could not be looked up
     */
    public record Refused(Message reason, boolean passing) {}

    @Inject
    @ConfigProperty(name = "GITHUB_SERVERS_ALLOWED")
    private Optional<String> allowed = Optional.empty();

    private Resolver resolver = InetAddress::getAllByName;

    /**
     * Returns why a server may not be called, by the current addresses of its name; empty if it may be called. The
     * result is not cached here. The JDK caches addresses for 30 seconds, so the call that follows uses the addresses
     * that were checked.
     */
    public Optional<Refused> refusal(GitHubHost host) {
        if (host.isGitHubCom() || isAllowed(host)) {
            return Optional.empty();
        }
        if (!isValidName(host)) {
            return refused(Message.of("said.reason.server.noName"));
        }
        try {
            boolean isPublic = Arrays.stream(resolver.addresses(host.apiHost())).allMatch(PublicAddress::isPublic);
            return isPublic ? Optional.empty() : refused(Message.of("said.reason.server.notPublic", host.name()));
        } catch (UnknownHostException e) {
            return Optional.of(new Refused(Message.of("said.reason.server.noAddress", host.name()), true));
        }
    }

    /** Returns whether the text can be the name of a server, without looking it up. */
    public boolean isValidName(GitHubHost host) {
        return isAllowed(host) || HOST_NAME.matcher(host.name()).matches();
    }

    private boolean isAllowed(GitHubHost host) {
        return Arrays.stream(allowed.orElse("").split(","))
                .filter(name -> !name.isBlank())
                .anyMatch(name -> new GitHubHost(name).equals(host));
    }

    private static Optional<Refused> refused(Message reason) {
        return Optional.of(new Refused(reason, false));
    }
}
