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
 * Which GitHub servers may be called. Their names are data, so none may lead to this machine or into the network around it,
 * except to where the operator points: {@code GITHUB_API_URL} for github.com, and the names in {@code GITHUB_SERVERS_ALLOWED}.
 */
@ApplicationScoped
public class AllowedServers {

    /** Labels of letters, digits and hyphens, at least two; the last is none of digits, so an address is no name. */
    private static final Pattern HOST_NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** What finds the addresses of a name. */
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /**
     * Why a server may not be called.
     *
     * @param reason in a sentence without its full stop, for people
     * @param passing whether it may be otherwise soon, because the name could not be looked up
     */
    public record Refused(String reason, boolean passing) {}

    @Inject
    @ConfigProperty(name = "GITHUB_SERVERS_ALLOWED")
    private Optional<String> allowed = Optional.empty();

    private Resolver resolver = InetAddress::getAllByName;

    /**
     * Why a server may not be called, as its name leads now; empty when it may. Keeps nothing: the JDK keeps what it looked
     * up for 30 seconds, so the call that follows goes to the addresses that were looked at.
     */
    public Optional<Refused> refusal(GitHubHost host) {
        if (host.isGitHubCom() || isAllowed(host)) {
            return Optional.empty();
        }
        if (!isName(host)) {
            return refused(Message.inEnglish("said.reason.server.noName"));
        }
        try {
            boolean isPublic = Arrays.stream(resolver.addresses(host.apiHost())).allMatch(PublicAddress::is);
            return isPublic
                    ? Optional.empty()
                    : refused(Message.inEnglish("said.reason.server.notPublic", host.name()));
        } catch (UnknownHostException e) {
            return Optional.of(new Refused(Message.inEnglish("said.reason.server.noAddress", host.name()), true));
        }
    }

    /** Whether it can be a server's name at all, without looking it up. */
    public boolean isName(GitHubHost host) {
        return isAllowed(host) || HOST_NAME.matcher(host.name()).matches();
    }

    private boolean isAllowed(GitHubHost host) {
        return Arrays.stream(allowed.orElse("").split(","))
                .filter(name -> !name.isBlank())
                .anyMatch(name -> new GitHubHost(name).equals(host));
    }

    private static Optional<Refused> refused(String reason) {
        return Optional.of(new Refused(reason, false));
    }
}
