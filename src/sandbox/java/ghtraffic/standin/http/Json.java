package ghtraffic.standin.http;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates and writes JSON. Objects keep the order of their members. */
public final class Json {

    private Json() {}

    /** Creates an object from alternating names and values. */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    public static String text(Map<String, ?> object) {
        return JSONObjectUtils.toJSONString(object);
    }

    public static String text(List<?> array) {
        return JSONArrayUtils.toJSONString(array);
    }
}
