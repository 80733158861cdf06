package ghtraffic.api;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole numbers from query parameters, so that the error names the invalid parameter. An invalid number in a path
 * is answered with 404 instead.
 */
@Provider
public class NumberParameterConverter implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (!type.equals(Integer.class) && !type.equals(int.class)) {
            return null;
        }
        return (ParamConverter<T>) Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> new NumberConverter(((QueryParam) annotation).value()))
                .findFirst()
                .orElse(null);
    }

    private record NumberConverter(String name) implements ParamConverter<Integer> {

        @Override
        public @Nullable Integer fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw new InvalidParameter(name, "is no whole number, or too large a one");
            }
        }

        @Override
        public String toString(Integer number) {
            return number.toString();
        }
    }
}
