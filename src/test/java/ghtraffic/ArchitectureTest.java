package ghtraffic;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plan of the house: which room may use which, and what belongs where. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ghtraffic");

    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("words", List.of()),
            Map.entry("identity", List.of("words")),
            Map.entry("github", List.of("words")),
            Map.entry("catalogue", List.of("words", "identity", "github", "database")),
            Map.entry("traffic", List.of("words", "identity", "catalogue", "database")),
            Map.entry("collection", List.of("words", "identity", "catalogue", "traffic", "github", "database")),
            Map.entry("web", List.of("words", "identity", "database")),
            Map.entry("api", List.of("words", "identity", "database")),
            Map.entry("database", List.of()),
            Map.entry("schema", List.of("database")),
            Map.entry("bindings", List.of()),
            Map.entry("settings", List.of()),
            Map.entry("notice", List.of("words")),
            Map.entry("registry", List.of()),
            Map.entry("standin", List.of()),
            Map.entry("sandbox", List.of("standin", "identity", "schema")));

    @TestFactory
    Stream<DynamicTest> eachRoomUsesOnlyWhatItMay() {
        return MAY_USE.keySet().stream()
                .map(room -> dynamicTest(room, () -> mayUse("ghtraffic", room).check(CLASSES)));
    }

    @Test
    void everyRoomIsInThePlan() {
        assertThat(CLASSES.stream()
                        .map(one -> one.getPackageName())
                        .filter(name -> name.startsWith("ghtraffic."))
                        .map(name -> name.substring("ghtraffic.".length()))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }

    @Test
    void theRuleBitesWhenARoomUsesWhatItMayNot() {
        JavaClasses trespassers = new ClassFileImporter().importPackages("ghtraffic.fixture");
        assertThat(mayUse("ghtraffic.fixture", "identity").evaluate(trespassers).hasViolation())
                .isTrue();
    }

    private static ArchRule mayUse(String root, String room) {
        List<String> others = MAY_USE.getOrDefault(room, List.of());
        String[] allowed = Stream.concat(Stream.of(room), others.stream())
                .map(name -> root + "." + name)
                .toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(root + "." + room))
                .should()
                .dependOnClassesThat(resideInAPackage("ghtraffic..").and(not(resideInAnyPackage(allowed))))
                .because("the room " + room + " may use " + others + " and nothing else of ours");
    }

    @Test
    void roomsFormNoCycles() {
        slices().matching("ghtraffic.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a room that needs itself by a detour cannot be understood alone")
                .check(CLASSES);
    }

    @Test
    void theRegistryKnowsOnlyJdbcAndLiberty() {
        classes()
                .that()
                .resideInAPackage("ghtraffic.registry")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "ghtraffic.registry",
                        "java..",
                        "javax.sql",
                        "javax.naming",
                        "javax.security.auth..",
                        "com.ibm.websphere.security..",
                        "jakarta.servlet..",
                        "org.jspecify..")
                .because("the server loads it outside the application")
                .check(CLASSES);
    }

    @Test
    void facesStaysInPages() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Page")
                .and()
                .doNotHaveSimpleName("FormError")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.faces..")
                .because("a page's technology is not the business of what it shows")
                .check(CLASSES);
    }

    @Test
    void restStaysInResources() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .doNotHaveSimpleName("PageLinks")
                .and()
                .resideOutsideOfPackage("ghtraffic.api")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .because("what the API is made of does not reach the rooms behind it")
                .check(CLASSES);
    }

    @Test
    void timeComesFromTheInjectedClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .because("whoever moves the clock moves all of it")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("ghtraffic.sandbox", "ghtraffic.standin")
                .and()
                .doNotHaveSimpleName("SystemClock")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .because("there is one clock")
                .check(CLASSES);
    }

    @Test
    void namesAreTheFieldsOwn() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Service|Manager|Util|Utils|Helper|Dto|Dao)")
                .because("such a name says nothing of the subject")
                .check(CLASSES);
    }

    @Test
    void logsGoThroughTheSystemLogger() {
        noClasses()
                .that()
                .doNotHaveSimpleName("SandboxCommand")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("the operator decides where messages go")
                .check(CLASSES);
    }
}
