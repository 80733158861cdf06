package ghtraffic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page and no script holds a text of its own: all are in the bundles. */
class PagesTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");

    /** The same in every language. */
    private static final Set<String> NAMES = Set.of(
            "GitHub Traffic Analytics",
            "· GitHub Traffic Analytics",
            "UTC",
            "CSV",
            "JSON",
            "PNG",
            "https://",
            "github.example.com",
            "acme/*",
            "-----BEGIN RSA PRIVATE KEY-----");

    /** What stands in these is written to be typed. */
    private static final Set<String> TYPED = Set.of("code", "kbd");

    private static final Set<String> READ =
            Set.of("title", "alt", "aria-label", "placeholder", "label", "aria-roledescription", "itemLabel");

    private static final Pattern SCRIPT_LITERAL = Pattern.compile("(['\"`])(.*?)\\1");

    /** What browsers call the keys. */
    private static final Set<String> KEYS = Set.of("Home", "End", "Escape", "Enter", "Tab");

    private static final Set<String> SHOWING_THEIR_VALUE = Set.of("outputText", "outputLabel", "commandButton", "link");

    private static final Set<String> OPERATORS =
            Set.of("and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "empty");

    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
    private static final Pattern KEY = Pattern.compile(
            "\\btext\\.(\\w+)|text\\['([\\w.]+)']|say\\.of\\('(\\w+)'" + "|say\\.(?:before|after)\\('(\\w+)'");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageHoldsAText(Path page) throws IOException, XMLStreamException {
        assertThat(texts(page)).filteredOn(PagesTest::isForPeople).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachTextThatAPageNamesIsThere(Path page) throws IOException {
        Set<String> named = new TreeSet<>();
        for (MatchResult key : KEY.matcher(Files.readString(page)).results().toList()) {
            for (int group = 1; group <= key.groupCount(); group++) {
                if (key.group(group) != null && !key.group(group).endsWith(".")) {
                    named.add(key.group(group));
                }
            }
        }
        assertThat(named)
                .allSatisfy(key -> assertThat(Bundle.text(key, Locale.GERMAN)).isNotEqualTo("???" + key + "???"));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void noScriptHoldsAText(Path script) throws IOException {
        assertThat(texts(Files.readString(script))).isEmpty();
    }

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(WEBAPP.resolve("assets"))) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .toList();
        }
    }

    /** Literals that begin as a sentence does, except what is for the console. */
    private static List<String> texts(String script) {
        String shown = script.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "")
                .replaceAll("(console\\.warn|new Error)\\([^;]*;", "");
        return SCRIPT_LITERAL
                .matcher(shown)
                .results()
                .map(literal -> literal.group(2))
                .filter(literal -> literal.matches("\\p{Lu}\\p{Ll}+([ ,.:!?].*)?") && !KEYS.contains(literal))
                .toList();
    }

    @Test
    void theRuleForScriptsBites() {
        assertThat(texts("a.textContent = 'Save'; b(`Loading ${x}`); c.title = \"No days\";"))
                .containsExactly("Save", "Loading ${x}", "No days");
        assertThat(texts("case 'Home': console.warn('Not there:', x); /* 'Save' */ throw new Error(`Status ${y}`);"))
                .isEmpty();
    }

    @Test
    void theRuleBites() {
        assertThat(Stream.of("Save", "Page #{n}", "#{a eq 1 ? 'One repository' : ''}"))
                .allMatch(PagesTest::isForPeople);
        assertThat(Stream.of("#{text.save}", " · ", "–", "#{a eq 'x y' ? text.a : text.b}", "UTC"))
                .noneMatch(PagesTest::isForPeople);
    }

    /** Whether there are letters outside of expressions, or what an expression may answer is a text of its own. */
    private static boolean isForPeople(String text) {
        String plain = text.replaceAll("\\s+", " ").strip();
        String outside = EXPRESSION.matcher(plain).replaceAll("").strip();
        return !NAMES.contains(outside) && hasLetter(outside)
                || EXPRESSION.matcher(plain).results().anyMatch(expression -> answersText(expression.group()));
    }

    private static boolean answersText(String expression) {
        return LITERAL.matcher(expression
                        .replaceAll("\\b(eq|ne) '[^']*'|text\\['[^']*'( |])", "")
                        .replaceAll("\\w+\\([^)]*\\)", ""))
                .results()
                .map(literal -> literal.group(1))
                .anyMatch(literal -> literal.matches(".*\\p{L} \\p{L}.*") || literal.matches("\\p{Lu}\\p{Ll}.*"));
    }

    private static boolean hasLetter(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    private static List<String> texts(Path page) throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        List<String> open = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream in = Files.newInputStream(page)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> {
                        open.add(reader.getLocalName());
                        addAttributes(reader, texts);
                    }
                    case XMLStreamReader.END_ELEMENT -> open.remove(open.size() - 1);
                    case XMLStreamReader.CHARACTERS -> {
                        if (open.isEmpty() || !TYPED.contains(open.get(open.size() - 1))) {
                            texts.add(reader.getText());
                        }
                    }
                    default -> {}
                }
            }
        }
        return texts;
    }

    private static void addAttributes(XMLStreamReader reader, List<String> texts) {
        boolean showsItsValue = SHOWING_THEIR_VALUE.contains(reader.getLocalName())
                && String.valueOf(reader.getNamespaceURI()).startsWith("jakarta.faces");
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            String name = reader.getAttributeLocalName(at);
            if (READ.contains(name) || name.equals("value") && showsItsValue) {
                texts.add(reader.getAttributeValue(at));
            }
        }
    }
}
