package ghtraffic.server.start;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service that the platform has bound to this application.
 *
 * @param variable the environment variable that contains the binding
 * @param label the platform's name for the kind of service
 * @param name the name that the owner gave the service
 * @param credentials the access data of the service
 */
record ServiceBinding(String variable, String label, String name, Map<?, ?> credentials) {

    /** Returns whether the label is one of these, ignoring case, blanks and punctuation. */
    boolean isLabelled(List<String> labels) {
        return labels.contains(label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    /** Returns the first of these credentials that is a non-blank text; null if there is none. */
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
     * Returns the first of these credentials that is a non-blank text.
     *
     * @throws IllegalArgumentException if there is none
     */
    String required(String... keys) {
        return Optional.ofNullable(optional(keys)).orElseThrow(() -> lacking(String.join(" / ", keys)));
    }

    /** Creates the error for a missing or unusable credential. */
    IllegalArgumentException lacking(String what) {
        return new IllegalArgumentException(this + " lacks the credential " + what);
    }

    /** Returns the variable, the label and the name, never a credential. */
    @Override
    public String toString() {
        return variable + ": the service " + (name.isEmpty() ? label : label + " “" + name + "”");
    }
}
