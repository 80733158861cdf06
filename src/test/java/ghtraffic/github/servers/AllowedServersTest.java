package ghtraffic.github.servers;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.github.TestClient;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server's name is data, and leads nowhere but to the public Internet unless the operator says so. */
class AllowedServersTest {

    private final List<String> lookedUp = new ArrayList<>();

    private AllowedServers servers(String allowed, String... addresses) {
        AllowedServers servers = new AllowedServers();
        TestClient.set(servers, "allowed", Optional.of(allowed));
        AllowedServers.Resolver resolver = host -> {
            lookedUp.add(host);
            return resolved(addresses);
        };
        TestClient.set(servers, "resolver", resolver);
        return servers;
    }

    private static InetAddress[] resolved(String... addresses) throws UnknownHostException {
        if (addresses.length == 0) {
            throw new UnknownHostException("none");
        }
        InetAddress[] resolved = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            resolved[i] = InetAddress.getByName(addresses[i]);
        }
        return resolved;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.254",
                "127.0.0.1",
                "127.255.0.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void anAddressThatIsNotPublicIsRefused(String address) {
        Optional<AllowedServers.Refused> refused = servers("", address).refusal(new GitHubHost("git.example.com"));
        assertThat(refused).get().satisfies(refusal -> {
            assertThat(refusal.passing()).isFalse();
            assertThat(refusal.reason().english()).contains("git.example.com", "GITHUB_SERVERS_ALLOWED");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "140.82.121.3",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "223.255.255.255",
                "2606:50c0:8000::153",
                "64:ff9b::140.82.121.3"
            })
    void aPublicAddressIsAllowed(String address) {
        assertThat(servers("", address).refusal(new GitHubHost("git.example.com")))
                .isEmpty();
    }

    @Test
    void oneAddressOfSeveralThatIsNotPublicIsEnough() {
        assertThat(servers("", "140.82.121.3", "10.0.0.1").refusal(new GitHubHost("git.example.com")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "github",
                "127.0.0.1",
                "2130706433",
                "127.1",
                "0x7f.0.0.1",
                "[::1]",
                "::1",
                "user@git.example.com",
                "git.example.com:22",
                "https://git.example.com",
                "http://git.example.com",
                "git.example.com/path",
                "git.example.com?x",
                "git.example.com#x",
                "git..example.com",
                ".example.com",
                "git.example.com.",
                "-git.example.com",
                "git_hub.example.com",
                "git hub.example.com",
                "git.example.com\\@b.example.com",
                "git.exämple.com"
            })
    void whatIsNoHostNameIsNotEvenLookedUp(String name) {
        AllowedServers servers = servers("", "140.82.121.3");
        assertThat(servers.refusal(new GitHubHost(name))).isPresent();
        assertThat(servers.isValidName(new GitHubHost(name))).isFalse();
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void aNameThatCannotBeLookedUpIsRefusedForNow() {
        assertThat(servers("").refusal(new GitHubHost("git.example.com")))
                .get()
                .extracting(AllowedServers.Refused::passing)
                .isEqualTo(true);
    }

    @Test
    void theHostThatIsCalledIsLookedUp() {
        assertThat(servers("", "140.82.121.3").refusal(new GitHubHost("octocorp.ghe.com")))
                .isEmpty();
        assertThat(lookedUp).containsExactly("api.octocorp.ghe.com");
    }

    @Test
    void whereTheOperatorPointsIsAllowed() {
        AllowedServers servers = servers(" Git.Example.com ,http://10.0.0.1:8080,", "10.0.0.1");
        assertThat(servers.refusal(GitHubHost.GITHUB_COM)).isEmpty();
        assertThat(servers.refusal(new GitHubHost("git.example.com"))).isEmpty();
        assertThat(servers.refusal(new GitHubHost("http://10.0.0.1:8080"))).isEmpty();
        assertThat(lookedUp).isEmpty();
        assertThat(servers.refusal(new GitHubHost("https://10.0.0.1:8080"))).isPresent();
        assertThat(servers.refusal(new GitHubHost("other.example.com"))).isPresent();
    }

    @Test
    void aServerThatMovedIntoTheNetworkIsRefusedAtTheNextCall() {
        AllowedServers servers = servers("", "140.82.121.3");
        assertThat(servers.refusal(new GitHubHost("git.example.com"))).isEmpty();
        AllowedServers.Resolver moved = host -> resolved("10.0.0.1");
        TestClient.set(servers, "resolver", moved);
        assertThat(servers.refusal(new GitHubHost("git.example.com"))).isPresent();
    }
}
