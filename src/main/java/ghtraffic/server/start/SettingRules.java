package ghtraffic.server.start;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the values of settings must look like. A message names the setting and what is right, never the value. */
final class SettingRules {

    private static final int KEY_BYTES = 32;
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST = 1_000_000;

    private record Rule(Predicate<String> holds, String what) {}

    private static final Map<String, Rule> RULES = new LinkedHashMap<>();

    static {
        RULES.put(
                "FULL_HOSTNAME",
                new Rule(
                        SettingRules::isOrigin,
                        "must be https://, a host name, and a port if it is not 443. A path is not supported"));
        RULES.put("APPID_OAUTH_SERVER_URL", new Rule(SettingRules::isHttps, "must be an address with https://"));
        RULES.put("APPID_ISSUER", new Rule(SettingRules::isAddress, "must be an address with https://"));
        RULES.put("APPID_JWKS_URI", new Rule(SettingRules::isHttps, "must be an address with https://"));
        RULES.put("GITHUB_API_URL", new Rule(SettingRules::isAddress, "must be an address with https://"));
        RULES.put("GITHUB_LOGIN_SERVER", new Rule(SettingRules::isAddress, "must be an address with https://"));
        RULES.put(
                SignInSettings.TRUSTED,
                new Rule(
                        text -> text.matches("(openid|github)(\\s*,\\s*(openid|github))*"),
                        "must be openid, github, or both with a comma between them"));
        Rule key = new Rule(
                SettingRules::isKey, "must be 32 random bytes in base64, for instance from: openssl rand -base64 32");
        RULES.put("CREDENTIAL_KEY", key);
        RULES.put("CREDENTIAL_KEY_BEFORE", key);
        RULES.put("HTTPS_PORT", number(1, HIGHEST_PORT));
        RULES.put("HTTP_PORT", number(-1, HIGHEST_PORT));
        RULES.put("SESSION_HOURS", number(1, MOST));
        RULES.put("CLOCK_SKEW_SECONDS", number(0, MOST));
        RULES.put("SHUTDOWN_DELAY_SECONDS", number(0, 60));
        RULES.put("COLLECT_AT_ONCE", number(1, MOST));
        RULES.put("GITHUB_REQUESTS_PER_MINUTE", number(1, Integer.MAX_VALUE));
        RULES.put("GITHUB_TIMEOUT_SECONDS", number(1, MOST));
        RULES.put("COLLECT_SCHEDULE", oneOf("hourly", "daily", "weekly", "paused"));
        RULES.put("APPID_PKCE", oneOf("S256", "disabled"));
        RULES.put("APPID_CLIENT_AUTHENTICATION", oneOf(ProviderEndpoints.BASIC, ProviderEndpoints.POST));
        RULES.put("TRUSTED_PROXIES", new Rule(SettingRules::isPattern, "must be a regular expression"));
    }

    private SettingRules() {}

    /** Returns a sentence about each setting that is given and wrong. */
    static List<String> broken(Map<String, String> given) {
        return RULES.entrySet().stream()
                .filter(rule -> isBroken(given, rule.getKey(), rule.getValue()))
                .map(rule -> rule.getKey() + " " + rule.getValue().what())
                .toList();
    }

    /** Returns whether a setting is given and wrong. */
    static boolean isBroken(Map<String, String> given, String setting) {
        Rule rule = RULES.get(setting);
        return rule != null && isBroken(given, setting, rule);
    }

    private static boolean isBroken(Map<String, String> given, String setting, Rule rule) {
        String value = given.getOrDefault(setting, "").strip();
        return !value.isEmpty() && !rule.holds().test(value);
    }

    private static Rule number(int least, int most) {
        return new Rule(
                text -> {
                    try {
                        int number = Integer.parseInt(text);
                        return number >= least && number <= most;
                    } catch (NumberFormatException e) {
                        return false;
                    }
                },
                "must be a whole number from " + least + " to " + most);
    }

    private static Rule oneOf(String... values) {
        Set<String> known = Set.of(values);
        return new Rule(
                text -> known.contains(text) || known.contains(text.toLowerCase(Locale.ROOT)),
                "must be one of " + String.join(", ", values));
    }

    private static boolean isKey(String text) {
        try {
            String url = text.replace('+', '-').replace('/', '_').replace("=", "");
            return Base64.getUrlDecoder().decode(url).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean isOrigin(String text) {
        URI address = uri(text);
        return isHttps(text)
                && List.of("", "/").contains(address.getRawPath())
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null;
    }

    private static boolean isHttps(String text) {
        return isAddress(text) && "https".equalsIgnoreCase(uri(text).getScheme());
    }

    private static boolean isAddress(String text) {
        URI address = uri(text);
        return List.of("http", "https")
                        .contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))
                && address.getHost() != null;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return URI.create("");
        }
    }
}
