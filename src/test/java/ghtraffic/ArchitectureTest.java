package ghtraffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The code has the structure of {@link Plan#APPLICATION}. Each rule is shown to bite on a class that breaks it. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ghtraffic");

    private static final JavaClasses ALL = new ClassFileImporter().importPackages("ghtraffic");

    private static final JavaClasses FIXTURE = new ClassFileImporter().importPackages("ghtraffic.fixture.broken");

    private static final ArchitectureRules APPLICATION = new ArchitectureRules(Plan.APPLICATION, CLASSES, ALL);

    private static final ArchitectureRules BROKEN = new ArchitectureRules(
            Plan.ofFixture(
                    "broken",
                    Map.of(
                            "low", Set.of(),
                            "high", Set.of("low", "idle", "vault"),
                            "idle", Set.of(),
                            "vault", Set.of(),
                            "store", Set.of(),
                            "deep.down.there", Set.of(),
                            "absent", Set.of())),
            FIXTURE,
            FIXTURE);

    /** Each rule, and a word of the line that it finds in the broken classes. */
    private static final Map<String, String> CULPRITS = Map.ofEntries(
            Map.entry("each package is in the plan, and the other way round", "absent"),
            Map.entry("a package uses only what its line says", "low may not use high"),
            Map.entry("no permission is unused", "high does not use idle"),
            Map.entry("packages form no cycles", "Slice high"),
            Map.entry("modules form no cycles", "Slice low"),
            Map.entry("packages are at most two levels deep", "deep.down.there"),
            Map.entry("packages are small", "low has 4 classes"),
            Map.entry("classes are short", "WallClock has 27 lines"),
            Map.entry("half of the classes are quite short", "The median is"),
            Map.entry("a class is public only if another package or a framework needs it", "Needless"),
            Map.entry("an entity stays in its package", "store.OpenEntity"),
            Map.entry("JPQL names entities of the package or of its line", "EntityReader: OpenEntity"),
            Map.entry("SQL is in named classes only", "store.SqlUser"),
            Map.entry("what the container calls is named by its kind", "Gate should end in Filter"),
            Map.entry("a page is a Faces bean", "LonelyPage"),
            Map.entry("secrets are read in named packages only", "Thief"),
            Map.entry("records of resources have different names", "Same"));

    @TestFactory
    Stream<DynamicTest> theCodeKeepsTheRule() {
        return APPLICATION.all().entrySet().stream()
                .map(rule -> dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().violations()).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> theRuleBites() {
        return CULPRITS.entrySet().stream()
                .map(culprit -> dynamicTest(
                        culprit.getKey(),
                        () -> assertThat(violations(culprit.getKey()))
                                .anyMatch(line -> line.contains(culprit.getValue()))));
    }

    private static List<String> violations(String rule) {
        return BROKEN.all().entrySet().stream()
                .filter(one -> one.getKey().equals(rule))
                .flatMap(one -> one.getValue().violations().stream())
                .toList();
    }

    @Test
    void eachRuleIsShownToBite() {
        assertThat(CULPRITS).containsOnlyKeys(BROKEN.all().keySet());
    }

    @Test
    void aPackageOutsideThePlanIsFound() {
        assertThat(violations("each package is in the plan, and the other way round"))
                .anyMatch(line -> line.contains("unplanned"));
    }
}
