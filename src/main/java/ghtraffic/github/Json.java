package ghtraffic.github;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/** Reads JSON text. */
final class Json {

    private Json() {}

    /** The object that the text is; throws JsonException when it is none. */
    static JsonObject object(String text) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
