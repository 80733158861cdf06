package ghtraffic.web.protection;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Styles, scripts and images. Their addresses change with their contents, so browsers may cache them for good. */
@Named
@ApplicationScoped
public class Assets {

    private static final String FOLDER = "/assets/";

    private static final int DIGITS = 16;

    @Inject
    private ServletContext files;

    private Map<String, String> queries = Map.of();

    @PostConstruct
    void read() {
        queries = files.getResourcePaths(FOLDER).stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), path -> "v=" + hash(path)));
    }

    private String hash(String path) {
        try (InputStream contents = files.getResourceAsStream(path)) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(contents.readAllBytes());
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Returns the address of a file, such as {@code /assets/app.css?v=0123456789abcdef}.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public String at(String file) {
        String query = queries.get(FOLDER + file);
        if (query == null) {
            throw new IllegalArgumentException("There is no " + FOLDER + file);
        }
        return FOLDER + file + "?" + query;
    }

    /**
     * Returns whether an address names the contents that the file has on this server. Another server may run an earlier
     * or later version.
     */
    boolean isOfTheseContents(String path, @Nullable String query) {
        return query != null && query.equals(queries.get(path));
    }
}
