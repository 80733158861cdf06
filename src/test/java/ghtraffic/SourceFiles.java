package ghtraffic;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source files of classes: their length, and the text literals in them, which no import shows. */
final class SourceFiles {

    private static final List<Path> ROOTS =
            List.of(Path.of("src/main/java"), Path.of("src/sandbox/java"), Path.of("src/test/java"));

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);

    private SourceFiles() {}

    static int lines(JavaClass topLevel) {
        return (int) text(topLevel).lines().count();
    }

    /** Returns the text literals of a source file. */
    static List<String> literals(JavaClass topLevel) {
        return LITERAL.matcher(COMMENT.matcher(text(topLevel)).replaceAll(""))
                .results()
                .map(SourceFiles::content)
                .toList();
    }

    private static String content(MatchResult literal) {
        return literal.group(1) == null ? literal.group(2) : literal.group(1);
    }

    private static String text(JavaClass topLevel) {
        String file = topLevel.getPackageName().replace('.', '/') + "/" + topLevel.getSimpleName() + ".java";
        Path source = ROOTS.stream()
                .map(root -> root.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no source of " + topLevel.getName()));
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the words of a literal that come after {@code from}, {@code join} or {@code update}, or all of a single word. */
    static Stream<String> entitiesIn(String literal) {
        return Stream.concat(
                Pattern.compile("(?:\\b(?:from|join|update)|,|^)\\s+([A-Z]\\w+)")
                        .matcher(literal)
                        .results()
                        .map(found -> found.group(1)),
                literal.matches("[A-Z]\\w+") ? Stream.of(literal) : Stream.empty());
    }
}
