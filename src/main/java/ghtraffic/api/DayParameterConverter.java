package ghtraffic.api;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads UTC days from query parameters. */
@Provider
public class DayParameterConverter implements ParamConverterProvider {

    /** Keeps days well within the limits of date arithmetic and of what Db2 can store. */
    private static final ValueRange YEARS = ValueRange.of(1970, 9999);

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (!type.equals(LocalDate.class)) {
            return null;
        }
        String name = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .orElse("day");
        return (ParamConverter<T>) new DayConverter(name);
    }

    private record DayConverter(String name) implements ParamConverter<LocalDate> {

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                LocalDate day = LocalDate.parse(text);
                YEARS.checkValidValue(day.getYear(), ChronoField.YEAR);
                return day;
            } catch (DateTimeException e) {
                throw new InvalidParameter(name, "is no day; write it as year-month-day, like 2026-01-31");
            }
        }

        @Override
        public String toString(LocalDate day) {
            return day.toString();
        }
    }
}
