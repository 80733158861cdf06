package ghtraffic;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plan of the house: which room may use which, and what belongs where. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ghtraffic");

    /** Each package, and what it may use beside itself. */
    private static final Map<String, Set<String>> PLAN = Map.ofEntries(
            // Foundation
            entry("messages"),
            entry("lists"),
            entry("database"),
            entry("database.migration", "database"),
            entry("secrets", "messages"),
            entry("limits"),
            entry("ranges", "messages", "traffic.series"),
            // GitHub, people, tenants
            entry("github", "github.model", "github.servers", "messages"),
            entry("github.model"),
            entry("github.servers", "messages"),
            entry("audit", "identity", "lists"),
            entry("identity", "audit", "identity.users", "messages", "tenants"),
            entry("identity.users", "audit", "identity", "lists", "messages"),
            entry("identity.tokens", "audit", "identity", "messages", "secrets"),
            entry("identity.sessions", "audit", "messages", "secrets"),
            entry("tenants", "audit", "identity", "identity.users", "messages", "secrets"),
            entry(
                    "tenants.credentials",
                    "audit",
                    "github",
                    "github.servers",
                    "identity",
                    "messages",
                    "secrets",
                    "tenants"),
            // The subject
            entry(
                    "catalog",
                    "audit",
                    "database",
                    "github.model",
                    "github.servers",
                    "identity",
                    "identity.users",
                    "lists",
                    "messages"),
            entry(
                    "catalog.tracking",
                    "catalog",
                    "catalog.discovery",
                    "github",
                    "github.model",
                    "github.servers",
                    "identity",
                    "lists",
                    "messages",
                    "tenants",
                    "tenants.credentials"),
            entry(
                    "catalog.discovery",
                    "audit",
                    "catalog",
                    "catalog.tracking",
                    "database",
                    "github",
                    "github.model",
                    "github.servers",
                    "identity",
                    "messages",
                    "tenants.credentials"),
            entry("catalog.servers", "audit", "catalog", "github.servers", "identity", "messages"),
            entry(
                    "traffic.daily",
                    "audit",
                    "catalog",
                    "database",
                    "messages",
                    "ranges",
                    "traffic.imports",
                    "traffic.window"),
            entry("traffic.series", "catalog", "database", "identity", "messages", "ranges", "traffic.daily"),
            entry("traffic.window", "traffic.daily", "catalog", "database", "identity", "ranges", "traffic.series"),
            entry("traffic.popularity", "traffic.daily", "catalog", "identity", "ranges", "traffic.series"),
            entry("traffic.releases", "catalog", "database", "identity", "ranges"),
            entry("traffic.sources", "catalog", "database", "identity", "ranges", "traffic.series"),
            entry(
                    "traffic.notes",
                    "audit",
                    "catalog",
                    "identity",
                    "messages",
                    "ranges",
                    "tenants",
                    "traffic.releases",
                    "traffic.series"),
            entry("traffic.imports", "catalog", "identity", "lists", "messages", "traffic.daily", "traffic.series"),
            entry(
                    "traffic.exports",
                    "catalog",
                    "database",
                    "identity",
                    "lists",
                    "ranges",
                    "traffic.daily",
                    "traffic.series"),
            entry("traffic.tables", "catalog", "identity", "lists", "ranges", "traffic.series"),
            entry("traffic.compare", "catalog", "identity", "ranges", "traffic.series"),
            entry(
                    "collection.runs",
                    "catalog",
                    "collection.fetch",
                    "collection.health",
                    "collection.warnings",
                    "database",
                    "identity",
                    "lists",
                    "messages"),
            entry("collection.triggers", "catalog.discovery", "collection.runs", "collection.warnings", "limits"),
            entry(
                    "collection.fetch",
                    "catalog",
                    "collection.health",
                    "database",
                    "github",
                    "github.model",
                    "github.servers",
                    "messages",
                    "tenants.credentials",
                    "traffic.daily",
                    "traffic.popularity",
                    "traffic.releases",
                    "traffic.sources",
                    "traffic.window"),
            entry("collection.health", "catalog", "database", "github", "messages"),
            entry(
                    "collection.warnings",
                    "catalog",
                    "database",
                    "github",
                    "github.servers",
                    "identity",
                    "tenants",
                    "tenants.credentials"),
            entry("collection.monitoring", "github"),
            // Pages over several modules
            entry(
                    "overview",
                    "catalog",
                    "collection.health",
                    "collection.warnings",
                    "github.servers",
                    "identity",
                    "lists",
                    "ranges",
                    "setup",
                    "traffic.popularity",
                    "traffic.series",
                    "traffic.window"),
            entry("setup", "audit", "identity", "limits", "messages", "secrets"),
            entry(
                    "repository",
                    "catalog",
                    "collection.health",
                    "collection.runs",
                    "collection.warnings",
                    "github.servers",
                    "identity",
                    "identity.users",
                    "messages",
                    "overview",
                    "ranges",
                    "traffic.popularity",
                    "traffic.releases",
                    "traffic.series",
                    "traffic.sources",
                    "traffic.window"),
            entry("administration", "audit", "catalog", "identity", "identity.users", "lists", "messages", "tenants"),
            entry("account", "catalog", "identity", "identity.sessions", "identity.tokens", "messages", "secrets"),
            // Web and API
            entry("web.signin", "identity", "identity.sessions", "identity.tokens", "limits", "web.errors"),
            entry("web.frame", "identity", "messages", "web.signin"),
            entry("web.errors", "database", "identity", "messages", "web.protection", "web.signin"),
            entry("web.protection", "limits"),
            entry("api", "database", "identity"),
            // Outside the application
            entry("server.start"),
            entry("server.driver"),
            entry("server.registry"),
            entry("server.notice", "messages"),
            // The sandbox
            entry("sandbox", "database.migration", "identity", "standin"),
            entry("standin", "standin.access", "standin.data", "standin.faults", "standin.http"),
            entry("standin.http"),
            entry("standin.data", "standin.http"),
            entry("standin.access", "standin.data", "standin.http"),
            entry("standin.faults", "standin.http"));

    private static Map.Entry<String, Set<String>> entry(String name, String... uses) {
        return Map.entry(name, Set.of(uses));
    }

    @TestFactory
    Stream<DynamicTest> eachRoomUsesOnlyWhatItMay() {
        return PLAN.keySet().stream()
                .map(room -> dynamicTest(room, () -> mayUse("ghtraffic", room).check(CLASSES)));
    }

    @Test
    void everyRoomIsInThePlan() {
        assertThat(CLASSES.stream()
                        .map(one -> one.getPackageName())
                        .filter(name -> name.startsWith("ghtraffic."))
                        .map(name -> name.substring("ghtraffic.".length()))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(PLAN.keySet());
    }

    @Test
    void theRuleBitesWhenARoomUsesWhatItMayNot() {
        JavaClasses trespassers = new ClassFileImporter().importPackages("ghtraffic.fixture");
        assertThat(mayUse("ghtraffic.fixture", "identity").evaluate(trespassers).hasViolation())
                .isTrue();
    }

    private static ArchRule mayUse(String root, String room) {
        Set<String> others = PLAN.getOrDefault(room, Set.of());
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
