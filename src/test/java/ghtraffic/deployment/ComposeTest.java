package ghtraffic.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The example for Docker Compose fits itself, the realm that Keycloak imports, and the settings. */
class ComposeTest {

    private static final Path PROJECT = Path.of(System.getProperty("project.directory", ""));
    private static final Path FOLDER = PROJECT.resolve("docs/deployment");

    private static Map<?, ?> compose() throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(FOLDER.resolve("compose.yaml")));
    }

    private static Map<?, ?> service(String name) throws IOException {
        return map(map(compose(), "services"), name);
    }

    private static Map<?, ?> map(Map<?, ?> parent, String key) {
        assertThat(parent.get(key)).as(key).isInstanceOf(Map.class);
        return (Map<?, ?>) Objects.requireNonNull(parent.get(key));
    }

    private static List<String> list(Map<?, ?> parent, String key) {
        assertThat(parent.get(key)).as(key).isInstanceOf(List.class);
        return ((List<?>) Objects.requireNonNull(parent.get(key)))
                .stream().map(String::valueOf).toList();
    }

    @Test
    void itsSettingsExist() throws IOException {
        String readme = Files.readString(PROJECT.resolve("README.md"));
        assertThat(map(service("traffic"), "environment").keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(readme).contains("| `" + name + "` |"));
    }

    @Test
    void theRealmKnowsTheServer() throws IOException {
        Map<?, ?> settings = map(service("traffic"), "environment");
        JsonObject realm = JsonParser.parseString(Files.readString(FOLDER.resolve("keycloak-realm.json")))
                .getAsJsonObject();
        JsonObject client = realm.getAsJsonArray("clients").get(0).getAsJsonObject();
        String address = String.valueOf(settings.get("FULL_HOSTNAME"));
        assertThat(String.valueOf(settings.get("APPID_OAUTH_SERVER_URL")))
                .endsWith("/realms/" + realm.get("realm").getAsString());
        assertThat(client.get("clientId").getAsString()).isEqualTo(settings.get("APPID_CLIENT_ID"));
        assertThat(client.getAsJsonArray("redirectUris"))
                .singleElement()
                .extracting(uri -> uri.getAsString())
                .isEqualTo(address + "/ibm/api/social-login/redirect/oidc");
        assertThat(client.get("secret").getAsString()).isEqualTo("${APPID_SECRET}");
    }

    @Test
    void onlyThisMachineReachesIt() throws IOException {
        assertThat(list(service("traffic"), "ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(list(service("keycloak"), "ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void namedVolumesAreDeclared() throws IOException {
        assertThat(list(service("traffic"), "volumes").stream()
                        .filter(volume -> !volume.startsWith("."))
                        .map(volume -> volume.substring(0, volume.indexOf(':'))))
                .isNotEmpty()
                .allMatch(name -> {
                    try {
                        return map(compose(), "volumes").containsKey(name);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
