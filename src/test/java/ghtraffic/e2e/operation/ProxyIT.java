package ghtraffic.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.DebianPackage;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application behind the proxies of {@code docs/deployment}, with their examples as they are but for ports and files. */
@Tag("survival")
class ProxyIT {

    private static final Path EXAMPLES = World.PROJECT.resolve("docs/deployment");
    private static final int BEHIND = 19_380;

    private static World world;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        world = World.withoutApplication(List.of());
        Files.writeString(folder.resolve("traffic.key"), world.privateKeyPem());
        Files.writeString(folder.resolve("traffic.crt"), world.certificatePem());
        Files.writeString(folder.resolve("traffic.pem"), world.certificatePem() + world.privateKeyPem());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void everythingWorksBehindNginxWithItsDefaultBuffers() throws Exception {
        String example = Files.readString(EXAMPLES.resolve("nginx.conf"), StandardCharsets.UTF_8)
                .replace("listen 443", "listen 127.0.0.1:" + port())
                .replace("/etc/nginx/traffic.pem", folder.resolve("traffic.crt").toString())
                .replace("/etc/nginx/traffic.key", folder.resolve("traffic.key").toString())
                .replace("127.0.0.1:9443", "127.0.0.1:" + BEHIND);
        Path configuration = Files.writeString(
                folder.resolve("nginx.conf"),
                "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n"
                        + "client_body_temp_path body;\nproxy_temp_path proxy;\nfastcgi_temp_path f;\nuwsgi_temp_path u;\n"
                        + "scgi_temp_path s;\n" + example + "}\n");
        Path nginx = new DebianPackage("nginx-light", List.of(Path.of("/usr/sbin/nginx"))).command();
        worksBehind("acme/widgets", nginx.toString(), "-p", folder.toString(), "-c", configuration.toString());
    }

    @Test
    void everythingWorksBehindHaproxyWithOneOfTwoServersDown() throws Exception {
        String example = Files.readString(EXAMPLES.resolve("haproxy.cfg"), StandardCharsets.UTF_8)
                .replace("bind :443", "bind 127.0.0.1:" + port())
                .replace(
                        "/etc/haproxy/traffic.pem",
                        folder.resolve("traffic.pem").toString())
                .replace("127.0.0.1:9443", "127.0.0.1:" + BEHIND)
                .replace("127.0.0.1:9543", "127.0.0.1:1");
        Path configuration = Files.writeString(folder.resolve("haproxy.cfg"), example);
        Path haproxy = new DebianPackage("haproxy", List.of(Path.of("/usr/sbin/haproxy"))).command();
        worksBehind("acme/gadgets", haproxy.toString(), "-db", "-f", configuration.toString());
    }

    @Test
    void everythingWorksBehindCaddy() throws Exception {
        String example = Files.readString(EXAMPLES.resolve("Caddyfile"), StandardCharsets.UTF_8)
                .replace(
                        "traffic.example.com {",
                        "https://localhost:" + port() + " {\nbind 127.0.0.1\ntls " + folder.resolve("traffic.crt") + " "
                                + folder.resolve("traffic.key"))
                .replace("127.0.0.1:9443", "127.0.0.1:" + BEHIND);
        Path configuration = Files.writeString(
                folder.resolve("Caddyfile"),
                "{\nadmin off\nauto_https disable_redirects\nstorage file_system " + folder.resolve("caddy") + "\n}\n"
                        + example);
        Path caddy = new DebianPackage("caddy", List.of(Path.of("/usr/bin/caddy"))).command();
        worksBehind(
                "acme/quiet",
                "env",
                "XDG_CONFIG_HOME=" + folder,
                caddy.toString(),
                "run",
                "--adapter",
                "caddyfile",
                "--config",
                configuration.toString());
    }

    private static void worksBehind(String repository, String... command) throws Exception {
        Process proxy = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("proxy.log").toFile())
                .start();
        try {
            world.sandbox()
                    .restartApplication(
                            Map.of("HTTPS_PORT", String.valueOf(BEHIND), "TRUSTED_PROXIES", "127\\.0\\.0\\.1"), 200);
            if (Api.json(world.api("admin@example.com").get("/api/v1/me")).get("roles") instanceof List<?> roles
                    && roles.isEmpty()) {
                world.setUp();
            }
            try (Visitor visitor = world.visitor()) {
                visitor.signIn("admin@example.com");
                assertThat(visitor.heading()).as(log()).isEqualTo("Overview");
                visitor.add(repository);
                assertThat(visitor.text()).contains(repository);
                visitor.open("/profile");
                visitor.press("Sign out");
                assertThat(visitor.heading()).isEqualTo("You are signed out");
                assertThat(visitor.forbidden()).isEmpty();
            }
            assertThat(world.api("admin@example.com")
                            .get("/api/v1/repositories")
                            .body())
                    .contains(repository.substring("acme/".length()));
        } finally {
            proxy.destroy();
            proxy.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static String log() throws IOException {
        return Files.readString(folder.resolve("proxy.log"), StandardCharsets.UTF_8);
    }

    private static int port() {
        return URI.create(world.sandbox().url()).getPort();
    }
}
