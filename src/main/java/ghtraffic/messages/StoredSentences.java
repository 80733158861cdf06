package ghtraffic.messages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Translates the English sentences that the server stored, by matching them against the English texts of the bundles.
 * So the tables and the API hold plain English, and each text exists only once, in the bundles.
 */
final class StoredSentences {

    private static final Map<String, StoredSentences> ALL = new ConcurrentHashMap<>();

    /** Prefers the text with more fixed characters, then the one with fewer placeholders. */
    private static final Comparator<Sentence> BEST_FIRST = Comparator.comparingInt(Sentence::fixed)
            .reversed()
            .thenComparingInt(sentence -> sentence.places().size());

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])(,number,#)?}");

    /**
     * One text may hold several reasons: names of parts, a colon and their reason, separated by semicolons. Maps each
     * English name of a part to its key.
     */
    private static final Map<String, String> PARTS = keysByName("Part.");

    private static final String SEVERAL = several();
    private static final Pattern NEXT = Pattern.compile("; (?=" + SEVERAL + ": )");
    private static final Pattern NAMED = Pattern.compile("(" + SEVERAL + "): (.*)", Pattern.DOTALL);

    private final List<Sentence> sentences;

    private StoredSentences(List<Sentence> sentences) {
        this.sentences = sentences;
    }

    /**
     * A text of the bundles as a pattern that finds the values of its placeholders.
     *
     * @param key the text's key
     * @param form matches the English text
     * @param fixed the number of characters outside placeholders
     * @param places the number of each placeholder, in the order of the text
     * @param numbers the placeholders that hold numbers
     * @param quoted the placeholders in quotation marks; their values come from a user or from GitHub and are not
     *     translated
     */
    private record Sentence(
            String key, Pattern form, int fixed, List<Integer> places, Set<Integer> numbers, Set<Integer> quoted) {

        static Sentence of(String key, String text) {
            List<Integer> places = new ArrayList<>();
            Set<Integer> numbers = new HashSet<>();
            Set<Integer> quoted = new HashSet<>();
            StringBuilder form = new StringBuilder();
            Matcher place = PLACE.matcher(text);
            int end = 0;
            while (place.find()) {
                boolean isNumber = place.group(2) != null;
                form.append(Pattern.quote(text.substring(end, place.start())))
                        .append(isNumber ? "([0-9]{1,18})" : "(.*)");
                places.add(Integer.valueOf(place.group(1)));
                if (isNumber) {
                    numbers.add(Integer.valueOf(place.group(1)));
                } else if (text.startsWith("“", place.start() - 1)) {
                    quoted.add(Integer.valueOf(place.group(1)));
                }
                end = place.end();
            }
            form.append(Pattern.quote(text.substring(end)));
            int fixed = PLACE.matcher(text).replaceAll("").length();
            return new Sentence(key, Pattern.compile(form.toString(), Pattern.DOTALL), fixed, places, numbers, quoted);
        }
    }

    /**
     * Returns the sentences whose keys begin with {@code said.} and one of these words, or that name a constant of one
     * of these enums.
     *
     * @param words the words and enum names, separated by blanks
     */
    static StoredSentences about(String words) {
        return ALL.computeIfAbsent(words, StoredSentences::read);
    }

    private static StoredSentences read(String words) {
        String several = words.replace(' ', '|');
        Pattern wanted = Pattern.compile("said\\.(" + several + ")\\..*|(" + several + ")\\.[A-Z_]+");
        ResourceBundle english = Bundle.in(Locale.ENGLISH);
        return new StoredSentences(Collections.list(english.getKeys()).stream()
                .filter(key -> wanted.matcher(key).matches())
                .map(key -> Sentence.of(key, english.getString(key).replace("''", "'")))
                .sorted(BEST_FIRST)
                .toList());
    }

    /** Translates a stored text. Parts that match no sentence stay as they are. */
    String in(Locale language, String text) {
        if (language.equals(Locale.ENGLISH)) {
            return text;
        }
        List<String> said = new ArrayList<>();
        for (String part : NEXT.split(text, -1)) {
            Matcher named = NAMED.matcher(part);
            said.add(
                    named.matches()
                            ? parts(language, named.group(1)) + ": " + one(language, named.group(2))
                            : one(language, part));
        }
        return String.join("; ", said);
    }

    private static String several() {
        String name = PARTS.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
        return name + "(?:, " + name + ")*";
    }

    private static Map<String, String> keysByName(String beginning) {
        ResourceBundle english = Bundle.in(Locale.ENGLISH);
        return Collections.list(english.getKeys()).stream()
                .filter(key -> key.startsWith(beginning))
                .collect(Collectors.toMap(english::getString, key -> key));
    }

    private static String parts(Locale language, String named) {
        return Pattern.compile(", ")
                .splitAsStream(named)
                .map(name -> Bundle.text(PARTS.getOrDefault(name, name), language))
                .collect(Collectors.joining(", "));
    }

    private String one(Locale language, String text) {
        return recognised(language, text).orElseGet(() -> several(language, text));
    }

    private Optional<String> recognised(Locale language, String text) {
        for (Sentence sentence : sentences) {
            Matcher matcher = sentence.form().matcher(text);
            if (matcher.matches()) {
                Object[] arguments = new Object[sentence.places().size()];
                for (int at = 0; at < arguments.length; at++) {
                    int place = sentence.places().get(at);
                    String told = matcher.group(at + 1);
                    arguments[place] = sentence.numbers().contains(place)
                            ? Long.valueOf(told)
                            : sentence.quoted().contains(place) ? told : argument(language, told);
                }
                return Optional.of(Message.of(sentence.key(), arguments).in(language));
            }
        }
        return Optional.empty();
    }

    /** Reads the value of a placeholder: a day, a time, or another stored sentence. */
    private Object argument(Locale language, String text) {
        try {
            return text.contains("T") ? Instant.parse(text) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return one(language, text);
        }
    }

    /** Translates several sentences separated by commas. If one of them is unknown, the text stays as it is. */
    private String several(Locale language, String text) {
        List<String> said = Pattern.compile(", ")
                .splitAsStream(text)
                .flatMap(one -> recognised(language, one).stream())
                .toList();
        return said.size() == text.split(", ", -1).length ? String.join(", ", said) : text;
    }
}
