package ghtraffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No page is open by accident. */
class WebXmlTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Set<String> OPEN = Set.of("index", "signed-out", "problem");

    @Test
    void everyPageNeedsASignedInUserUnlessItIsNamedHere() throws IOException {
        Set<String> expected;
        try (Stream<Path> files = Files.list(WEBAPP)) {
            expected = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .map(name -> name.replace(".xhtml", ""))
                    .filter(name -> !OPEN.contains(name))
                    .map(name -> "/" + name)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        expected.add("*.xhtml");
        assertThat(constrained()).isEqualTo(expected);
    }

    private static Set<String> constrained() throws IOException {
        String xml = Files.readString(WEBAPP.resolve("WEB-INF/web.xml"));
        Matcher constraint = Pattern.compile("<security-constraint>.*?</security-constraint>", Pattern.DOTALL)
                .matcher(xml);
        Set<String> patterns = new TreeSet<>();
        while (constraint.find()) {
            if (constraint.group().contains("<role-name>**</role-name>")) {
                Matcher pattern =
                        Pattern.compile("<url-pattern>(.*?)</url-pattern>").matcher(constraint.group());
                while (pattern.find()) {
                    patterns.add(pattern.group(1));
                }
            }
        }
        return patterns;
    }
}
