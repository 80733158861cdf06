package ghtraffic.standin.faults;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import ghtraffic.standin.http.Json;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns valid JSON into valid JSON of an unexpected form. */
public final class WrongJson {

    /** Members whose texts anybody may choose. */
    private static final Set<String> CHOSEN =
            Set.of("description", "language", "path", "referrer", "tag_name", "title");

    private static final String MARKUP = "\"><img src=x onerror=alert(1)>";
    private static final String SCRIPT_ADDRESS = "javascript:alert(2)//";

    private WrongJson() {}

    /** Turns a list into an object, and an object into a list. */
    public static String otherShape(String json) {
        Object value = parsed(json);
        return value instanceof List<?> list ? Json.text(asObject(list)) : Json.text(List.of(value));
    }

    /** Changes the types of all values of an object, or of the objects in a list. */
    public static String otherTypes(String json) {
        Object value = parsed(json);
        return value instanceof List<?> list
                ? Json.text(list.stream().map(WrongJson::withOtherMembers).toList())
                : Json.text(otherMembers((Map<?, ?>) value));
    }

    private static @Nullable Object withOtherMembers(@Nullable Object element) {
        return element instanceof Map<?, ?> object ? otherMembers(object) : otherType(element);
    }

    private static Map<String, @Nullable Object> otherMembers(Map<?, ?> object) {
        Map<String, @Nullable Object> other = Json.object();
        object.forEach((name, value) -> other.put(String.valueOf(name), otherType(value)));
        return other;
    }

    private static @Nullable Object otherType(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return asObject(list);
        }
        if (value instanceof Map<?, ?>) {
            return List.of(value);
        }
        return value instanceof String ? 7 : String.valueOf(value);
    }

    private static Map<String, @Nullable Object> asObject(List<?> list) {
        Map<String, @Nullable Object> object = Json.object();
        for (int i = 0; i < list.size(); i++) {
            object.put(Integer.toString(i), list.get(i));
        }
        return object;
    }

    /** Replaces the texts that anybody may have chosen by markup, script addresses and formulas. */
    public static String hostileTexts(String json) {
        return parsed(json) instanceof List<?> list
                ? Json.text(list.stream().map(WrongJson::hostile).toList())
                : Json.text(hostileMembers((Map<?, ?>) parsed(json)));
    }

    private static @Nullable Object hostile(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(WrongJson::hostile).toList();
        }
        return value instanceof Map<?, ?> object ? hostileMembers(object) : value;
    }

    private static Map<String, @Nullable Object> hostileMembers(Map<?, ?> object) {
        Map<String, @Nullable Object> other = Json.object();
        object.forEach((name, member) -> other.put(
                String.valueOf(name),
                member instanceof String && CHOSEN.contains(name)
                        ? (name.equals("path") ? SCRIPT_ADDRESS : "=") + MARKUP + member
                        : hostile(member)));
        return other;
    }

    private static Object parsed(String json) {
        try {
            return json.startsWith("[") ? JSONArrayUtils.parse(json) : JSONObjectUtils.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("The stand-in wrote bad JSON", e);
        }
    }
}
