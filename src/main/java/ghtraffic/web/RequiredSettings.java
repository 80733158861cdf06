package ghtraffic.web;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Keeps the application from starting without the settings that it cannot do without, and names all of them at once: before
 * any bean is looked at, because MicroProfile Config would name only those that it injects.
 */
public class RequiredSettings implements Extension {

    private static final List<String> NAMES = List.of(
            "APPID_CLIENT_ID",
            "APPID_SECRET",
            "APPID_OAUTH_SERVER_URL",
            "FULL_HOSTNAME",
            "CREDENTIAL_KEY",
            "KEYSTORE_PASSWORD",
            "LTPA_PASSWORD");

    void check(@Observes BeforeBeanDiscovery start) {
        Config config = ConfigProvider.getConfig();
        List<String> missing = NAMES.stream()
                .filter(name -> config.getOptionalValue(name, String.class)
                        .filter(value -> !value.isBlank() && !value.startsWith("${"))
                        .isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The server cannot start: these settings are missing: "
                    + String.join(", ", missing) + ". The README says what each is.");
        }
    }
}
