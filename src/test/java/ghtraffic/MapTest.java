package ghtraffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map of the code in {@code docs/architecture.md} is true: its files, classes and packages exist, and none is missing. */
class MapTest {

    private static final Path MAP = Path.of("docs/architecture.md");

    /** Where the files of the map are, in the order in which they are looked for. */
    private static final List<Path> ROOTS = List.of(
            Path.of(""),
            Path.of("src/main/java/ghtraffic"),
            Path.of("src/sandbox/java/ghtraffic"),
            Path.of("src/main/webapp"),
            Path.of("src/main/resources/ghtraffic/messages"),
            Path.of("src/main/webapp/assets"),
            Path.of("src/test/java/ghtraffic"));

    private static final Pattern FILE = Pattern.compile("`([\\w./-]+\\.(?:java|xhtml|js|css|xml|properties|options))`");
    private static final Pattern PLACEHOLDER = Pattern.compile(".*\\bNAME\\b.*");
    private static final Pattern CLASS = Pattern.compile("`(?:[a-z]+\\.)*([A-Z][a-z]\\w*[a-z])`");
    private static final Pattern LINE = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| .* \\| .* \\| (.*) \\|$");
    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

    /** Classes of Jakarta EE that the map names. */
    private static final Set<String> FOREIGN = Set.of("TransactionPhase.AFTER_SUCCESS");

    private static String map() throws IOException {
        return Files.readString(MAP);
    }

    private static Stream<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(map()).results().map(result -> result.group(1)).distinct();
    }

    @Test
    void eachFileExists() throws IOException {
        assertThat(found(FILE))
                .hasSizeGreaterThan(50)
                .filteredOn(file -> !PLACEHOLDER.matcher(file).matches())
                .filteredOn(file -> ROOTS.stream().noneMatch(root -> Files.exists(root.resolve(file))))
                .isEmpty();
    }

    @Test
    void eachClassExists() throws IOException {
        Set<String> classes = new TreeSet<>();
        for (String root : List.of("src/main/java", "src/sandbox/java", "src/test/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(classes::add);
            }
        }
        assertThat(found(CLASS).filter(name -> !FOREIGN.contains(name))).isSubsetOf(classes);
    }

    @Test
    void eachPackageHasItsLineWithWhatItUses() throws IOException {
        List<MatchResult> lines = LINE.matcher(map()).results().toList();
        assertThat(lines.stream().collect(Collectors.toMap(line -> line.group(1), line -> names(line.group(2)))))
                .containsExactlyInAnyOrderEntriesOf(Plan.APPLICATION.uses().entrySet().stream()
                        .filter(line -> !line.getKey().matches("(sandbox|standin).*"))
                        .collect(Collectors.toMap(line -> line.getKey(), line -> line.getValue())));
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toSet());
    }
}
