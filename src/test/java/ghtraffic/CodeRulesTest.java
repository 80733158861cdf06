package ghtraffic;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of the code beside the plan of its packages: time, logs, technologies and names. */
class CodeRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ghtraffic");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("ghtraffic.fixture.broken");

    /** JDBC wants it to name the JDK's logger, in a method that refuses to. */
    private static final String JDBC_DRIVER = "ghtraffic.server.driver.TrafficDriver";

    private static final Set<String> TIMELESS_CLOCKS = Set.of("fixed", "offset");

    private static final Map<String, ArchRule> RULES = Map.of(
            "nothing asks the system for the time",
            noClasses()
                    .that()
                    .resideOutsideOfPackages("ghtraffic.sandbox", "ghtraffic.standin")
                    .and()
                    .doNotHaveFullyQualifiedName("ghtraffic.SystemClock")
                    .should()
                    .callCodeUnitWhere(describe("the time of the system is asked for", CodeRulesTest::asksTheSystem))
                    .because("whoever moves the clock moves all of it"),
            "there is one way to log",
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(JDBC_DRIVER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.commons.logging..")
                    .orShould()
                    .callMethodWhere(describe(
                            "a stack trace is printed", call -> call.getName().equals("printStackTrace")))
                    .because("the operator decides where messages go"));

    private static boolean asksTheSystem(JavaCall<?> call) {
        String owner = call.getTargetOwner().getFullName();
        boolean givenAClock = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.getFullName().equals("java.time.Clock"));
        if (owner.equals("java.time.Clock")) {
            boolean makesOne = call.getTarget().getRawReturnType().getFullName().equals(owner);
            boolean given = givenAClock || TIMELESS_CLOCKS.contains(call.getName());
            return makesOne && !given && !call.getName().equals("withZone");
        }
        return switch (call.getName()) {
            case "now" -> owner.startsWith("java.time.") && !givenAClock;
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "getInstance" -> owner.equals("java.util.Calendar");
            default -> false;
        };
    }

    @TestFactory
    Stream<DynamicTest> theCodeKeepsTheRule() {
        return RULES.entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(CLASSES)));
    }

    @ParameterizedTest
    @CsvSource({"nothing asks the system for the time, WallClock, 5", "there is one way to log, OldLogger, 3"})
    void eachRuleBites(String name, String culprit, int times) {
        List<String> violations = rule(name).evaluate(BROKEN).getFailureReport().getDetails();
        assertThat(violations).hasSize(times).allMatch(violation -> violation.contains(culprit));
    }

    private static ArchRule rule(String name) {
        return RULES.entrySet().stream()
                .filter(rule -> rule.getKey().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @TestFactory
    Stream<DynamicTest> theRootKnowsNoPackageAndNoPackageTheRoot() {
        ArchRule root = noClasses()
                .that()
                .resideInAPackage("ghtraffic")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ghtraffic.*..")
                .because("what belongs to no package is for the container alone");
        ArchRule packages = noClasses()
                .that()
                .resideInAPackage("ghtraffic.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ghtraffic")
                .because("a package gets the clock injected");
        return Stream.of(root, packages).map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(CLASSES)));
    }

    @Test
    void theRegistryKnowsOnlyJdbcAndLiberty() {
        classes()
                .that()
                .resideInAPackage("ghtraffic.server.registry")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "ghtraffic.server.registry",
                        "java..",
                        "javax.sql",
                        "javax.naming",
                        "javax.security.auth..",
                        "com.ibm.websphere.security..",
                        "com.ibm.wsspi.security.token..",
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
                .doNotHaveSimpleName("FieldMessage")
                .and()
                .doNotHaveSimpleName("ListRequest")
                .and()
                .haveNameNotMatching(".*(RefusalHandler.*|SessionBeforeRedirect)") // Faces calls them, and nobody else.
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
                .doNotHaveSimpleName("RequestedRepository")
                .and()
                .resideOutsideOfPackage("ghtraffic.api")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .because("what the API is made of does not reach the packages behind it")
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
                .and()
                .doNotHaveSimpleName("ServerStart") // It ends before the server has a log.
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("the operator decides where messages go")
                .check(CLASSES);
    }
}
