package ghtraffic.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.World;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is sent as JSON is taken as it is, or refused with the name of the field. */
@ExtendWith(SharedWorld.class)
class JsonBodiesIT {

    private static final List<String> NO_INTEGERS =
            List.of("1000.9", "1e-1", "9223372036854775808", "-1e999999999", "0.1");

    private final Api admin;
    private final World world;

    JsonBodiesIT(World world) {
        this.world = world;
        this.admin = world.api("admin@example.com");
    }

    /** JSON-B would make another number of it, and so another repository or user. */
    @TestFactory
    Stream<DynamicTest> noNumberAndNoTextIsBent() {
        Map<String, Object> description = Api.json(admin.anonymous("/openapi?format=JSON"));
        return inside(description, "paths").entrySet().stream()
                .flatMap(path -> inside(path.getValue()).entrySet().stream()
                        .filter(operation -> inside(operation.getValue(), "requestBody", "content")
                                .containsKey("application/json"))
                        .map(operation -> dynamicTest(
                                operation.getKey() + " " + path.getKey(),
                                () -> fields(description, operation.getValue())
                                        .forEach((field, schema) ->
                                                isNotBent(operation.getKey(), path.getKey(), field, inside(schema))))));
    }

    private static Map<String, Object> fields(Map<String, Object> description, Object operation) {
        Object schema = inside(operation, "requestBody", "content", "application/json", "schema")
                .get("$ref");
        Map<String, Object> fields = inside(
                description, "components", "schemas", String.valueOf(schema).replaceFirst(".*/", ""), "properties");
        assertThat(fields).isNotEmpty();
        return fields;
    }

    private void isNotBent(String method, String path, String field, Map<String, Object> schema) {
        String type = String.valueOf(schema.get("type"));
        List<String> wrong =
                type.contains("integer") ? NO_INTEGERS : type.contains("string") ? List.of("\"\\ud800\"") : List.of();
        wrong.forEach(value -> isRefused(method, path, field, value));
        if ("int32".equals(schema.get("format"))) {
            isRefused(method, path, field, "4294968296");
        }
    }

    private void isRefused(String method, String path, String field, String value) {
        HttpResponse<String> answer =
                admin.with(HttpRequest.newBuilder(URI.create(world.sandbox().url() + path.replaceAll("\\{[^}]*}", "1")))
                        .header("Content-Type", "application/json")
                        .method(
                                method.toUpperCase(Locale.ROOT),
                                HttpRequest.BodyPublishers.ofString("{\"" + field + "\":" + value + "}")));
        assertThat(answer.statusCode())
                .as(field + " " + value + " " + answer.body())
                .isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void wholeNumbersInAnyNotationAreTaken() {
        for (String value : List.of("99999999", "99999999.0", "9.9999999e7")) {
            HttpResponse<String> answer = admin.post("/api/v1/collections", "{\"repository\":" + value + "}");
            assertThat(answer.statusCode()).as(value).isEqualTo(404);
        }
    }

    @Test
    void aBodyThatIsTooLargeOrNotInUtf8IsRefused() {
        String large = "{\"name\":\"" + "x".repeat(300_000) + "\"}";
        assertThat(admin.post("/api/v1/tokens", large).statusCode()).isEqualTo(413);
        byte[] latin = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xe4, '"', '}'};
        HttpResponse<String> answer =
                admin.post("/api/v1/tokens", "application/json", HttpRequest.BodyPublishers.ofByteArray(latin));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("UTF-8");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inside(@Nullable Object json, String... names) {
        Object found = json;
        for (String name : names) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return found instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
