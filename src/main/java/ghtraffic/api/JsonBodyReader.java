package ghtraffic.api;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks JSON before JSON-B binds it, because JSON-B cuts numbers until they fit. The size is limited, because the body is kept in
 * memory; the largest legitimate one needs less than a quarter of the limit.
 */
@Provider
public class JsonBodyReader implements ReaderInterceptor {

    private static final int MOST_BYTES = 256 * 1024;

    /** The largest number has 19 digits. A number with a huge exponent is not written out to find that. */
    private static final int MOST_DIGITS = 19;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        if (type == null || !type.getSubtype().endsWith("json")) {
            return context.proceed();
        }
        byte[] body = context.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ClientErrorException("JSON may have 256 KB at most", 413);
        }
        check(text(body), context.getType());
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadRequestException("The body is not in UTF-8", e);
        }
    }

    private static void check(String body, Class<?> type) {
        Map<String, Class<?>> numbers = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .collect(Collectors.toMap(part -> part.getName(), part -> part.getType()))
                : Map.of();
        try (JsonParser parser = Json.createParser(new StringReader(body))) {
            String field = "";
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case KEY_NAME -> field = parser.getString();
                    case VALUE_STRING -> requireCharacters(field, parser.getString());
                    case VALUE_NUMBER -> requireWhole(field, parser.getBigDecimal(), numbers.get(field));
                    default -> {
                        // Only values can be wrong.
                    }
                }
            }
        }
    }

    private static void requireCharacters(String field, String value) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new InvalidParameter(field, "has half of a surrogate pair, which is no character");
        }
    }

    private static void requireWhole(String field, BigDecimal value, @Nullable Class<?> type) {
        boolean isLong = type == Long.class || type == long.class;
        if (type != Integer.class && type != int.class && !isLong) {
            return;
        }
        if (value.stripTrailingZeros().scale() > 0) {
            throw new InvalidParameter(field, "must be a whole number");
        }
        long most = isLong ? Long.MAX_VALUE : Integer.MAX_VALUE;
        if (value.precision() - value.scale() > MOST_DIGITS || value.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new InvalidParameter(field, "must be between -" + most + " and " + most);
        }
    }
}
