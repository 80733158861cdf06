package ghtraffic.deployment;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A document of a YAML file below {@code kubernetes}.
 *
 * @param file the path from that folder
 * @param json its content
 */
record Manifest(String file, JsonObject json) {

    static final Path PROJECT =
            Path.of(System.getProperty("project.directory", "")).toAbsolutePath();
    static final Path FOLDER = PROJECT.resolve("kubernetes");

    /** Reads all documents of all files. A key that is there twice is an error. */
    static List<Manifest> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(Manifest::documents)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Manifest> documents(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Yaml yaml = new Yaml(new SafeConstructor(options));
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return StreamSupport.stream(yaml.loadAll(text).spliterator(), false)
                    .map(document -> new Manifest(
                            FOLDER.relativize(file).toString(),
                            new Gson().toJsonTree(document).getAsJsonObject()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String kind() {
        return json.get("kind").getAsString();
    }

    String name() {
        return json.getAsJsonObject("metadata").get("name").getAsString();
    }

    /** Whether a patch deletes the resource that it names. */
    boolean deletes() {
        return json.has("$patch");
    }

    /** Returns the element at a path of names, or an empty object. */
    JsonElement at(String... path) {
        JsonElement element = json;
        for (String name : path) {
            element = element.isJsonObject() && element.getAsJsonObject().has(name)
                    ? element.getAsJsonObject().get(name)
                    : new JsonObject();
        }
        return element;
    }

    @Override
    public String toString() {
        return file + " (" + kind() + ")";
    }
}
