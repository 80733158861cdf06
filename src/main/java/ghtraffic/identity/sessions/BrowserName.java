package ghtraffic.identity.sessions;

import ghtraffic.messages.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The English name of the browser and system that sent a {@code User-Agent} (RFC 9110, 10.1.5). */
public final class BrowserName {

    private static final String OTHER = Message.inEnglish("said.browser.other");

    /**
     * Maps the token in the header to the name. Browsers also send the tokens of older browsers, so the order matters:
     * the first match is the right one.
     */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg/",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser/",
            "Samsung Internet",
            "Firefox/",
            "Firefox",
            "FxiOS/",
            "Firefox",
            "CriOS/",
            "Chrome",
            "Chromium/",
            "Chromium",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Macintosh",
            "macOS",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    private BrowserName() {}

    /**
     * Returns the name for a {@code User-Agent}, such as "Firefox on Windows".
     *
     * @param userAgent the header; null when the browser sent none
     */
    public static String of(@Nullable String userAgent) {
        String sent = userAgent == null ? "" : userAgent;
        String browser = first(BROWSERS, sent, OTHER);
        String system = first(SYSTEMS, sent, "");
        return system.isEmpty() ? browser : Message.inEnglish("said.browser.on", browser, system);
    }

    private static String first(Map<String, String> names, String sent, String other) {
        return names.entrySet().stream()
                .filter(name -> sent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(other);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at], pairs[at + 1]);
        }
        return map;
    }
}
