package ghtraffic.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Keeps the application from starting without the settings that it cannot do without, and names them. */
@ApplicationScoped
class RequiredSettings {

    private static final List<String> NAMES = List.of(
            "APPID_CLIENT_ID",
            "APPID_SECRET",
            "APPID_OAUTH_SERVER_URL",
            "FULL_HOSTNAME",
            "CREDENTIAL_KEY",
            "KEYSTORE_PASSWORD",
            "LTPA_PASSWORD");

    @Inject
    private Config config;

    void check(@Observes @Priority(0) @Initialized(ApplicationScoped.class) Object start) {
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
