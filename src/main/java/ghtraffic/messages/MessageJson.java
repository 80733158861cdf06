package ghtraffic.messages;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as the tables keep it: {@code {"key":"…","arguments":[…]}}. Texts, numbers and lists are those of JSON, a day is
 * {@code {"day":"2026-01-31"}}, a time {@code {"time":"2026-01-31T12:00:00Z"}},
 * an address {@code {"link":"https://github.com/"}}, and a message within a message looks like one.
 */
public final class MessageJson {

    /** Finding the provider takes longer than reading a message. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String KEY = "key";
    private static final String ARGUMENTS = "arguments";
    private static final String DAY = "day";
    private static final String TIME = "time";
    private static final String LINK = "link";
    private static final String MORE = "…";
    private static final int DEEPEST = 40;

    /** Texts are shortened to this length before lists lose items. */
    private static final int SHORTEST_TEXT = 20;

    private MessageJson() {}

    /**
     * Writes a message. Its longest texts are shortened until it fits, then its lists.
     *
     * @param mostBytes how many bytes of UTF-8 the column takes
     * @return null where even that does not fit; then the reader has only the English text
     */
    public static @Nullable String write(Message message, int mostBytes) {
        int text = mostBytes;
        int items = mostBytes;
        while (true) {
            String json = new Writer(text, items).message(message).toString();
            if (json.getBytes(StandardCharsets.UTF_8).length <= mostBytes) {
                return json;
            }
            if (text > SHORTEST_TEXT) {
                text = Math.max(SHORTEST_TEXT, text * 9 / 10);
            } else if (items > 1) {
                items = items * 9 / 10;
            } else {
                return null;
            }
        }
    }

    /** Reads what {@link #write} wrote; empty for null, and for what this version of the application cannot say. */
    public static Optional<Message> read(@Nullable String json) {
        if (json == null) {
            return Optional.empty();
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            Message message = message(reader.readObject(), DEEPEST);
            Language.ALL.forEach(message::in);
            return Optional.of(message);
        } catch (RuntimeException e) {
            // No JSON, or not what a message looks like, or arguments of which the text cannot tell.
            return Optional.empty();
        }
    }

    /** Reads the message of a row, or recognises the English text that an earlier version wrote without one. */
    public static Message read(@Nullable String json, String about, String english) {
        return read(json).orElseGet(() -> Message.said(about, english));
    }

    private static Message message(JsonObject json, int depth) {
        String key = json.getString(KEY, "");
        JsonArray arguments = json.containsKey(ARGUMENTS) ? json.getJsonArray(ARGUMENTS) : JsonValue.EMPTY_JSON_ARRAY;
        if (!Bundle.in(Locale.ENGLISH).containsKey(key) || arguments.size() < places(key)) {
            throw new IllegalArgumentException("This version has no text " + key + " for " + arguments.size());
        }
        return new Message(key, arguments(arguments, depth));
    }

    private static int places(String key) {
        String text = Bundle.text(key, Locale.ENGLISH);
        return text.contains("{") ? new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex().length : 0;
    }

    private static List<Object> arguments(JsonArray json, int depth) {
        if (depth == 0) {
            throw new IllegalArgumentException("No message of ours holds so many within each other");
        }
        return json.stream().map(one -> argument(one, depth - 1)).toList();
    }

    private static Object argument(JsonValue json, int depth) {
        if (json instanceof JsonString text) {
            return text.getString();
        } else if (json instanceof JsonNumber number) {
            return number(number);
        } else if (json instanceof JsonArray several) {
            return arguments(several, depth);
        }
        JsonObject object = json.asJsonObject();
        if (object.containsKey(DAY)) {
            return LocalDate.parse(object.getString(DAY));
        } else if (object.containsKey(LINK)) {
            return URI.create(object.getString(LINK));
        }
        return object.containsKey(TIME) ? Instant.parse(object.getString(TIME)) : message(object, depth);
    }

    private static Object number(JsonNumber number) {
        if (!number.isIntegral()) {
            return number.doubleValue();
        }
        long value = number.longValueExact();
        return value == (int) value ? (Object) (int) value : (Object) value;
    }

    /**
     * Writes with limits.
     *
     * @param text how many characters a text may have
     * @param items how many items a list may have
     */
    private record Writer(int text, int items) {

        JsonObject message(Message message) {
            JsonObjectBuilder json = JSON.createObjectBuilder().add(KEY, message.key());
            return message.arguments().isEmpty()
                    ? json.build()
                    : json.add(ARGUMENTS, array(message.arguments())).build();
        }

        private JsonArray array(Collection<?> several) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            several.forEach(one -> array.add(value(one)));
            return array.build();
        }

        private JsonValue value(Object argument) {
            if (argument instanceof Message message) {
                return message.isSaid() ? JSON.createValue(shortened(message.english())) : message(message);
            } else if (argument instanceof Collection<?> several) {
                return list(List.copyOf(several));
            } else if (argument instanceof LocalDate day) {
                return JSON.createObjectBuilder().add(DAY, day.toString()).build();
            } else if (argument instanceof Instant time) {
                return JSON.createObjectBuilder().add(TIME, time.toString()).build();
            } else if (argument instanceof URI link) {
                return JSON.createObjectBuilder().add(LINK, link.toString()).build();
            } else if (argument instanceof Integer || argument instanceof Long) {
                return JSON.createValue(((Number) argument).longValue());
            } else if (argument instanceof Number number) {
                return JSON.createValue(number.doubleValue());
            }
            return JSON.createValue(shortened(argument.toString()));
        }

        private JsonArray list(List<?> several) {
            return several.size() <= items
                    ? array(several)
                    : JSON.createArrayBuilder(array(several.subList(0, items)))
                            .add(MORE)
                            .build();
        }

        private String shortened(String whole) {
            if (whole.length() <= text) {
                return whole;
            }
            int end = Character.isHighSurrogate(whole.charAt(text - 1)) ? text - 1 : text;
            return whole.substring(0, end) + MORE;
        }
    }
}
