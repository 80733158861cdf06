package ghtraffic.server.start;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One service that the platform has bound to this application.
 *
 * @param variable the environment variable that tells of it
 * @param label what sort of service it is, in the platform's words
 * @param name what its owner calls it
 * @param credentials what gives access to it
 */
record ServiceBinding(String variable, String label, String name, Map<?, ?> credentials) {

    /** Whether the label is one of these; case, blanks and signs do not count. */
    boolean isLabelled(List<String> labels) {
        return labels.contains(label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    /** The first of these credentials that is there and a text, null when none is. */
    @Nullable
    String optional(String... keys) {
        return optional(credentials, keys);
    }

    static @Nullable String optional(Map<?, ?> credentials, String... keys) {
        for (String key : keys) {
            if (credentials.get(key) instanceof String text && !text.isBlank()) {
                return text.strip();
            }
        }
        return null;
    }

    /**
     * The first of these credentials.
     *
     * @throws IllegalArgumentException when none is there
     */
    String required(String... keys) {
        String text = optional(keys);
        if (text == null) {
            throw lacking(String.join(" / ", keys));
        }
        return text;
    }

    /** What to say when a credential is missing or of no use. */
    IllegalArgumentException lacking(String what) {
        return new IllegalArgumentException(this + " lacks the credential " + what);
    }

    /** The variable, the label and the name; never a credential. */
    @Override
    public String toString() {
        return variable + ": the service " + (name.isEmpty() ? label : label + " “" + name + "”");
    }
}
