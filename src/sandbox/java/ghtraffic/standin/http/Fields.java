package ghtraffic.standin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a query or of a form. */
public final class Fields {

    private Fields() {}

    /** Reads URL-encoded pairs. Of two fields with the same name it returns the first; null has no fields. */
    public static Map<String, String> of(@Nullable String encoded) {
        return Arrays.stream(encoded == null ? new String[0] : encoded.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8), (first, second) -> first));
    }
}
