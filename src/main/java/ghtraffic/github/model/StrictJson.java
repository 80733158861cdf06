package ghtraffic.github.model;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads JSON text, and refuses what is not of the expected type with an exception. */
public final class StrictJson {

    private StrictJson() {}

    /** The object that the text is; throws JsonException when it is none. */
    public static JsonObject object(String text) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** The array that the text is; throws JsonException when it is none. */
    public static JsonArray array(String text) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }

    /** A whole number that is not below zero. */
    static int count(JsonObject json, String name) {
        int count = json.getJsonNumber(name).intValueExact();
        if (count < 0) {
            throw new ArithmeticException("A count below zero");
        }
        return count;
    }

    /** A text that may be null or absent. */
    static @Nullable String text(JsonObject json, String name) {
        return !json.containsKey(name) || json.isNull(name) ? null : json.getString(name);
    }

    /** A flag that counts as false when it is absent. */
    static boolean flag(JsonObject json, String name) {
        return json.getBoolean(name, false);
    }

    /** A time. */
    public static Instant instant(JsonObject json, String name) {
        return Instant.parse(json.getString(name));
    }
}
