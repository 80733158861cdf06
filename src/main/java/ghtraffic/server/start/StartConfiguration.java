package ghtraffic.server.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The settings to add to the given ones, and what is still missing.
 *
 * @param added settings that were not given, or given with a slash at the end: those of bound services, {@code HTTP_PORT} where the platform sets
 *     {@code PORT}, and PKCE for sign-ins if the database is embedded, because then the same server begins and ends a
 *     sign-in
 * @param missing the required settings that are neither given nor bound, in the README's order
 * @param broken sentences about invalid settings and bindings, without any value or credential
 */
record StartConfiguration(Map<String, String> added, List<String> missing, List<String> broken) {

    private static final List<String> PROVIDER = List.of("APPID_CLIENT_ID", "APPID_SECRET", "APPID_OAUTH_SERVER_URL");
    private static final String HTTPS_PORT = "9443";
    private static final List<String> SECRETS = List.of("CREDENTIAL_KEY", "KEYSTORE_PASSWORD", "LTPA_PASSWORD");

    /**
     * Completes the given settings from bound services. A service whose settings are all given is not read.
     *
     * @param given the settings by name; blank ones count as missing
     * @param keep stores a certificate in PEM and returns the name of the file
     */
    static StartConfiguration of(Map<String, String> given, Function<byte[], String> keep) {
        Map<String, String> added = new LinkedHashMap<>();
        List<String> broken = new ArrayList<>(SettingRules.broken(given));
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
        if (isGiven(given, "PORT")) {
            added.put("HTTP_PORT", given.getOrDefault("PORT", "").strip());
        }
        try {
            TrustedCertificates.of(given);
        } catch (IllegalArgumentException e) {
            broken.add(String.valueOf(e.getMessage()));
        }
        added.keySet().removeIf(name -> isGiven(given, name));
        String plain =
                isGiven(given, "HTTP_PORT") ? given.getOrDefault("HTTP_PORT", "") : added.getOrDefault("HTTP_PORT", "");
        if (plain.strip()
                .equals(
                        isGiven(given, "HTTPS_PORT")
                                ? given.getOrDefault("HTTPS_PORT", "").strip()
                                : HTTPS_PORT)) {
            broken.add("HTTP_PORT, or PORT in its place, must be another port than HTTPS_PORT");
            added.put("HTTP_PORT", "-1");
        }
        Predicate<String> isKnown = name -> isGiven(given, name) || added.containsKey(name);
        List<String> required = new ArrayList<>(List.of("FULL_HOSTNAME"));
        required.addAll(SignInSettings.of(isKnown).required());
        required.addAll(SECRETS);
        List<String> missing = required.stream().filter(isKnown.negate()).toList();
        withoutSlash(given, added, "FULL_HOSTNAME");
        withoutSlash(given, added, "APPID_OAUTH_SERVER_URL");
        withoutSlash(given, added, "GITHUB_LOGIN_SERVER");
        return new StartConfiguration(added, missing, broken.stream().distinct().toList());
    }

    /**
     * Returns whether the application can run. It does not run with a broken binding, because it would then start on
     * another database, nor with an invalid setting.
     */
    boolean isComplete() {
        return missing.isEmpty() && broken.isEmpty();
    }

    /** Removes slashes from the end of an address that is given. */
    private static void withoutSlash(Map<String, String> given, Map<String, String> added, String name) {
        String address = given.getOrDefault(name, "").strip();
        if (address.endsWith("/")) {
            added.put(name, address.replaceAll("/+$", ""));
        }
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

    /** Returns names only, because values are secrets. */
    @Override
    public String toString() {
        return "added " + added.keySet() + ", missing " + missing + ", broken " + broken;
    }
}
