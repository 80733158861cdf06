package ghtraffic.server.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the server's settings are to be beyond those that are given, and whether that is enough.
 *
 * @param added settings that were not given: what bound services stand for, and the proof key of a sign-in where the database is the
 *     embedded one, and so the server that begins a sign-in the one that ends it
 * @param missing the required settings that are neither given nor bound, in the README's order
 * @param broken what is wrong with bound services, in words without any credential
 */
record StartConfiguration(Map<String, String> added, List<String> missing, List<String> broken) {

    private static final List<String> PROVIDER = List.of("APPID_CLIENT_ID", "APPID_SECRET", "APPID_OAUTH_SERVER_URL");
    private static final List<String> REQUIRED = List.of(
            "FULL_HOSTNAME",
            "APPID_OAUTH_SERVER_URL",
            "APPID_CLIENT_ID",
            "APPID_SECRET",
            "CREDENTIAL_KEY",
            "KEYSTORE_PASSWORD",
            "LTPA_PASSWORD");

    /**
     * Looks at the bound services for what is not given. A service that is not needed is not looked at.
     *
     * @param given settings by name; blank ones count as not given
     * @param keep keeps a certificate in PEM and answers the name of the file
     */
    static StartConfiguration of(Map<String, String> given, Function<byte[], String> keep) {
        Map<String, String> added = new LinkedHashMap<>();
        List<String> broken = new ArrayList<>();
        if (!PROVIDER.stream().allMatch(name -> isGiven(given, name))) {
            read(
                            broken,
                            () -> ServiceBindings.of(given)
                                    .only("App ID", AppIdBinding::isOne)
                                    .map(AppIdBinding::settings))
                    .ifPresent(added::putAll);
        }
        if (!isGiven(given, "DB2_URI")) {
            read(
                            broken,
                            () -> ServiceBindings.of(given)
                                    .only("Db2", Db2Binding::isOne)
                                    .map(db2 -> Map.of("DB2_URI", Db2Binding.uri(db2, keep))))
                    .ifPresent(added::putAll);
        }
        if (!isGiven(given, "DB2_URI") && !added.containsKey("DB2_URI")) {
            added.put("APPID_PKCE", "S256");
        }
        added.keySet().removeIf(name -> isGiven(given, name));
        List<String> missing = REQUIRED.stream()
                .filter(name -> !isGiven(given, name) && !added.containsKey(name))
                .toList();
        return new StartConfiguration(added, missing, broken.stream().distinct().toList());
    }

    /** Whether the application can run. A broken binding keeps it from that, lest it begin with another database. */
    boolean isComplete() {
        return missing.isEmpty() && broken.isEmpty();
    }

    private static Optional<Map<String, String>> read(
            List<String> broken, Supplier<Optional<Map<String, String>>> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException e) {
            broken.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static boolean isGiven(Map<String, String> given, String name) {
        return !given.getOrDefault(name, "").isBlank();
    }

    /** Names only; values are secrets. */
    @Override
    public String toString() {
        return "added " + added.keySet() + ", missing " + missing + ", broken " + broken;
    }
}
