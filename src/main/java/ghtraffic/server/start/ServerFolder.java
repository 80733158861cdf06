package ghtraffic.server.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the server keeps its files.
 *
 * @param given the settings by name
 * @param output the folder that relative defaults begin at, {@code server.output.dir} of the server
 */
record ServerFolder(Map<String, String> given, Path output) {

    /** Returns the folder of this server. The working folder is the one of {@code server.xml}, whose name is the server's. */
    static ServerFolder of(Map<String, String> given) {
        Path configuration = Path.of("").toAbsolutePath();
        String outputs = given.getOrDefault("WLP_OUTPUT_DIR", "").strip();
        return new ServerFolder(
                given, outputs.isEmpty() ? configuration : Path.of(outputs).resolve(configuration.getFileName()));
    }

    /** Returns the path that a setting names, or its default. */
    Path path(String setting, String otherwise) {
        String path = given.getOrDefault(setting, "").strip();
        return output.resolve(path.isEmpty() ? otherwise : path);
    }

    /** Returns whether files can be created in this folder. It creates the folder if it is missing. */
    static boolean isWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "start", null));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
