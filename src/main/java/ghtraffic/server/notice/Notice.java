package ghtraffic.server.notice;

import ghtraffic.messages.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The reasons why the application does not run. It holds names of settings and services, never a value.
 *
 * @param missing the names of required settings that are not set
 * @param broken English sentences about unreadable service bindings; {@code said.notice} in the bundles translates them
 */
record Notice(List<String> missing, List<String> broken) {

    /** Reads the notice that {@code ghtraffic.server.start.ServerStart} left in system properties. */
    static Notice ofThisStart() {
        return new Notice(
                parts(System.getProperty("notice.missing", ""), ", "),
                parts(System.getProperty("notice.broken", ""), "\n"));
    }

    private static List<String> parts(String text, String separator) {
        return text.isEmpty() ? List.of() : List.of(text.split(separator));
    }

    /** Returns the notice in one line. */
    String text() {
        List<String> sentences = new ArrayList<>();
        if (!missing.isEmpty()) {
            sentences.add("these settings are missing: " + String.join(", ", missing));
        }
        sentences.addAll(broken);
        return String.join("; ", sentences);
    }

    /** Returns the notice as list items in HTML. */
    String html(Locale language) {
        StringBuilder items = new StringBuilder();
        missing.forEach(name -> items.append("<li>")
                .append(Message.of("notice.missing", "<code>" + escaped(name) + "</code>")
                        .in(language))
                .append("</li>"));
        broken.forEach(sentence -> items.append("<li>")
                .append(escaped(Message.said("notice", sentence).in(language)))
                .append(".</li>"));
        return items.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
