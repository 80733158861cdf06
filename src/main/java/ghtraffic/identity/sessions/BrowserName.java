package ghtraffic.identity.sessions;

import ghtraffic.messages.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person calls the browser that sent a {@code User-Agent} (RFC 9110, 10.1.5): its name and its system. */
public final class BrowserName {

    private static final Message OTHER = Message.of("said.browser.other");

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

    public static Message of(@Nullable String userAgent) {
        String sent = userAgent == null ? "" : userAgent;
        Message browser = first(BROWSERS, sent).map(Message::plain).orElse(OTHER);
        return first(SYSTEMS, sent)
                .map(system -> Message.of("said.browser.on", browser, system))
                .orElse(browser);
    }

    private static Optional<String> first(Map<String, String> names, String sent) {
        return names.entrySet().stream()
                .filter(name -> sent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at], pairs[at + 1]);
        }
        return map;
    }
}
