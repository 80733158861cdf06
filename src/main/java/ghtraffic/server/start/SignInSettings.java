package ghtraffic.server.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which ways to sign in the settings name. Each way needs all of its settings. Without any, those of an OpenID provider
 * are missing.
 *
 * @param openId whether there is an OpenID provider
 * @param gitHub whether users sign in with GitHub
 */
record SignInSettings(boolean openId, boolean gitHub) {

    /** No name ends in {@code invalid} (RFC 2606). */
    private static final String NO_PROVIDER = "https://none.invalid";

    static final String TRUSTED = "EMAIL_TRUSTED_FROM";

    private static final List<String> OPENID = List.of("APPID_OAUTH_SERVER_URL", "APPID_CLIENT_ID", "APPID_SECRET");
    private static final List<String> GITHUB = List.of("GITHUB_LOGIN_CLIENT_ID", "GITHUB_LOGIN_CLIENT_SECRET");

    /** Finds out which ways to sign in the operator has configured. One setting of a way is enough. */
    static SignInSettings of(Predicate<String> isGiven) {
        boolean gitHub = GITHUB.stream().anyMatch(isGiven);
        return new SignInSettings(!gitHub || OPENID.stream().anyMatch(isGiven), gitHub);
    }

    /**
     * Returns the required settings, in the README's order. With two ways the operator has to say whose email addresses
     * count, because a user could have an address at one that belongs to somebody else at the other.
     */
    List<String> required() {
        List<String> names = new ArrayList<>();
        if (openId) {
            names.addAll(OPENID);
        }
        if (gitHub) {
            names.addAll(GITHUB);
        }
        if (openId && gitHub) {
            names.add(TRUSTED);
        }
        return names;
    }

    /**
     * Returns what the server itself needs to know. Without an OpenID provider, {@code server.xml} gets one that does
     * not exist, and a beginning of bearer tokens that no request has.
     *
     * @param trusted the value of {@code EMAIL_TRUSTED_FROM}; blank for the only way there is
     * @param unguessable a random text
     */
    Map<String, String> properties(String trusted, String unguessable) {
        Map<String, String> properties = new LinkedHashMap<>();
        String only = openId ? "openid" : "github";
        properties.put("traffic.vouching", trusted.isBlank() ? only : trusted.replaceAll("\\s", ""));
        properties.put("traffic.openid", String.valueOf(openId));
        if (!openId) {
            properties.put("APPID_OAUTH_SERVER_URL", NO_PROVIDER);
            properties.put("APPID_CLIENT_ID", "none");
            properties.put("APPID_SECRET", unguessable);
            properties.put("traffic.webtokens", unguessable);
        }
        return properties;
    }
}
