package ghtraffic.github.model;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads JSON text and throws an exception for every value of an unexpected type. */
public final class StrictJson {

    private StrictJson() {}

    /** Parses a JSON object; throws a JsonException for any other text. */
    public static JsonObject object(String text) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Parses a JSON array; throws a JsonException for any other text. */
    public static JsonArray array(String text) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }

    /** Reads a whole number that is not negative. */
    static int count(JsonObject json, String name) {
        int count = json.getJsonNumber(name).intValueExact();
        if (count < 0) {
            throw new ArithmeticException("A count below zero");
        }
        return count;
    }

    /** Reads a text that may be null or absent. */
    static @Nullable String text(JsonObject json, String name) {
        return !json.containsKey(name) || json.isNull(name) ? null : json.getString(name);
    }

    /** Reads a flag; an absent one is false. */
    static boolean flag(JsonObject json, String name) {
        return json.getBoolean(name, false);
    }

    /** Reads a time in ISO 8601. */
    public static Instant instant(JsonObject json, String name) {
        return Instant.parse(json.getString(name));
    }
}
