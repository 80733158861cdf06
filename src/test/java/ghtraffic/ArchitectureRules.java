package ghtraffic;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of a {@link Plan}. Each returns what breaks it, a line for each place. */
final class ArchitectureRules {

    private static final int MOST_LEVELS = 2;

    /** What the container calls, and how its name ends. */
    private static final Map<String, String> ENDINGS = Map.of(
            "jakarta.servlet.Filter", "Filter",
            "jakarta.servlet.http.HttpServlet", "Servlet",
            "jakarta.ws.rs.ext.ExceptionMapper", "Mapper",
            "jakarta.ws.rs.ext.ParamConverterProvider", "Converter",
            "jakarta.persistence.AttributeConverter", "Converter",
            "org.eclipse.microprofile.health.HealthCheck", "Check");

    private final Plan plan;
    private final JavaClasses classes;
    private final JavaClasses users;
    private final List<JavaClass> topLevel;

    /** Takes the classes that are to keep the plan, and those that may use them: the same and their tests. */
    ArchitectureRules(Plan plan, JavaClasses classes, JavaClasses users) {
        this.plan = plan;
        this.classes = classes;
        this.users = users;
        this.topLevel = plan.topLevelClasses(classes);
    }

    /** What breaks a rule. */
    interface Rule {
        List<String> violations();
    }

    Map<String, Rule> all() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("each package is in the plan, and the other way round", this::packagesOutsideThePlan);
        rules.put("a package uses only what its line says", this::usesOutsideThePlan);
        rules.put("no permission is unused", this::unusedPermissions);
        rules.put("packages form no cycles", () -> cycles(plan.root() + ".(**)"));
        rules.put("modules form no cycles", () -> cycles(plan.root() + ".(*).."));
        rules.put("packages are at most two levels deep", this::deepPackages);
        rules.put("packages are small", this::largePackages);
        rules.put("classes are short", this::longClasses);
        rules.put("half of the classes are quite short", this::longMedian);
        rules.put("a class is public only if another package or a framework needs it", this::needlesslyPublic);
        rules.put("an entity stays in its package", this::openEntities);
        rules.put("JPQL names entities of the package or of its line", this::foreignEntities);
        rules.put("SQL is in named classes only", this::sqlElsewhere);
        rules.put("what the container calls is named by its kind", this::wrongEndings);
        rules.put("a page is a Faces bean", this::pagesWithoutBean);
        rules.put("secrets are read in named packages only", this::secretsElsewhere);
        rules.put("records of resources have different names", this::sameRecords);
        return rules;
    }

    private List<String> packagesOutsideThePlan() {
        Set<String> found = topLevel.stream().map(plan::packageOf).collect(Collectors.toSet());
        found.remove("");
        return Stream.concat(
                        found.stream()
                                .filter(name -> !plan.uses().containsKey(name))
                                .map(name -> "The package " + name + " is not in the plan"),
                        plan.uses().keySet().stream()
                                .filter(name -> !found.contains(name))
                                .map(name -> "The plan has the package " + name + ", which has no class"))
                .toList();
    }

    private List<String> usesOutsideThePlan() {
        return dependencies()
                .filter(use -> !allowed(use).contains(target(use)))
                .map(use -> origin(use) + " may not use " + target(use) + ": " + use.getDescription())
                .toList();
    }

    private Set<String> allowed(Dependency use) {
        return plan.uses().getOrDefault(origin(use), Set.of());
    }

    private List<String> unusedPermissions() {
        Map<String, Set<String>> used = new HashMap<>();
        dependencies()
                .forEach(use -> used.computeIfAbsent(origin(use), key -> new HashSet<>())
                        .add(target(use)));
        namedEntities()
                .forEach(named -> used.computeIfAbsent(named.origin(), key -> new HashSet<>())
                        .add(named.target()));
        return plan.uses().entrySet().stream()
                .flatMap(line -> line.getValue().stream()
                        .filter(name ->
                                !used.getOrDefault(line.getKey(), Set.of()).contains(name))
                        .map(name -> line.getKey() + " does not use " + name))
                .toList();
    }

    private Stream<Dependency> dependencies() {
        return classes.stream()
                .filter(plan::contains)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> plan.contains(use.getTargetClass()))
                .filter(use -> !origin(use).equals(target(use)));
    }

    private String origin(Dependency use) {
        return plan.packageOf(use.getOriginClass());
    }

    private String target(Dependency use) {
        return plan.packageOf(use.getTargetClass().getBaseComponentType());
    }

    private List<String> cycles(String slices) {
        ArchRule rule = slices().matching(slices).should().beFreeOfCycles();
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    private List<String> deepPackages() {
        return topLevel.stream()
                .map(plan::packageOf)
                .distinct()
                .filter(name -> name.split("\\.").length > MOST_LEVELS)
                .toList();
    }

    private List<String> largePackages() {
        Map<String, Long> sizes =
                topLevel.stream().collect(Collectors.groupingBy(plan::packageOf, TreeMap::new, Collectors.counting()));
        List<String> found = new ArrayList<>();
        sizes.forEach((name, size) -> {
            boolean isNamed = plan.large().containsKey(name);
            if (size > plan.limits().classes() || size > plan.limits().usualClasses() && !isNamed) {
                found.add(name + " has " + size + " classes");
            } else if (size <= plan.limits().usualClasses() && isNamed) {
                found.add(name + " has " + size + " classes and needs no exception");
            }
        });
        return found;
    }

    private List<String> longClasses() {
        return topLevel.stream()
                .filter(type -> SourceFiles.lines(type) > plan.limits().lines())
                .map(type -> type.getName() + " has " + SourceFiles.lines(type) + " lines")
                .toList();
    }

    private List<String> longMedian() {
        List<Integer> lines = topLevel.stream()
                .filter(type -> !plan.packageOf(type).matches("sandbox|standin.*"))
                .map(SourceFiles::lines)
                .sorted()
                .toList();
        int median = lines.get(lines.size() / 2);
        return median > plan.limits().medianLines() ? List.of("The median is " + median) : List.of();
    }

    private List<String> needlesslyPublic() {
        Set<String> needed = PublicTypes.ofFrameworks(classes);
        users.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> !use.getOriginClass()
                        .getPackageName()
                        .equals(use.getTargetClass().getPackageName()))
                .forEach(use -> needed.add(Plan.topLevel(use.getTargetClass().getBaseComponentType())));
        return topLevel.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !needed.contains(type.getName()))
                .map(plan::nameOf)
                .filter(name -> !plan.publicTypes().containsKey(name))
                .toList();
    }

    private Stream<JavaClass> entities() {
        return topLevel.stream().filter(type -> type.isAnnotatedWith("jakarta.persistence.Entity"));
    }

    private List<String> openEntities() {
        List<String> open = entities()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(plan::nameOf)
                .toList();
        return Stream.concat(
                        open.stream().filter(name -> !plan.openEntities().containsKey(name)),
                        plan.openEntities().keySet().stream()
                                .filter(name -> !open.contains(name))
                                .map(name -> name + " is not public and needs no exception"))
                .toList();
    }

    private record NamedEntity(String origin, String target, String description) {}

    private Stream<NamedEntity> namedEntities() {
        Map<String, String> packages = entities().collect(Collectors.toMap(JavaClass::getSimpleName, plan::packageOf));
        return topLevel.stream()
                .filter(ArchitectureRules::queries)
                .flatMap(type -> SourceFiles.literals(type).stream()
                        .flatMap(SourceFiles::entitiesIn)
                        .filter(packages::containsKey)
                        .map(entity -> new NamedEntity(
                                plan.packageOf(type),
                                packages.getOrDefault(entity, ""),
                                type.getName() + ": " + entity)))
                .filter(named -> !named.origin().equals(named.target()));
    }

    private static boolean queries(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> use.getTargetClass().getName().equals("jakarta.persistence.EntityManager"));
    }

    private List<String> foreignEntities() {
        return namedEntities()
                .filter(named ->
                        !plan.uses().getOrDefault(named.origin(), Set.of()).contains(named.target()))
                .map(NamedEntity::description)
                .toList();
    }

    private List<String> sqlElsewhere() {
        Set<String> users = classes.stream()
                .filter(plan::contains)
                .filter(ArchitectureRules::usesSql)
                .map(plan::nameOf)
                .collect(Collectors.toSet());
        return Stream.concat(
                        users.stream()
                                .filter(name -> !plan.sql().containsKey(name))
                                .map(name -> name + " uses SQL"),
                        plan.sql().keySet().stream()
                                .filter(name -> !users.contains(name))
                                .map(name -> name + " uses no SQL and needs no exception"))
                .toList();
    }

    private static boolean usesSql(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().getPackageName().equals("java.sql"))
                || type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().equals("createNativeQuery"));
    }

    private List<String> wrongEndings() {
        return Stream.concat(
                        topLevel.stream()
                                .flatMap(type -> ENDINGS.entrySet().stream()
                                        .filter(kind -> type.isAssignableTo(kind.getKey()))
                                        .filter(kind -> !type.getSimpleName().endsWith(kind.getValue()))
                                        .map(kind -> type.getName() + " should end in " + kind.getValue())),
                        topLevel.stream()
                                .filter(type -> type.isAnnotatedWith("jakarta.ws.rs.Path"))
                                .filter(type -> !type.getSimpleName().endsWith("Resource"))
                                .map(type -> type.getName() + " should end in Resource"))
                .toList();
    }

    private List<String> pagesWithoutBean() {
        return topLevel.stream()
                .filter(type -> type.getSimpleName().endsWith("Page"))
                .filter(type -> !plan.nameOf(type).equals("lists.Page"))
                .filter(type -> !type.isAnnotatedWith("jakarta.inject.Named"))
                .map(JavaClass::getName)
                .toList();
    }

    private List<String> secretsElsewhere() {
        return classes.stream()
                .filter(plan::contains)
                .filter(type -> !plan.secretReaders().contains(plan.packageOf(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(ArchitectureRules::isSecret)
                        .map(Dependency::getDescription))
                .toList();
    }

    private static boolean isSecret(Dependency use) {
        String target = use.getTargetClass().getSimpleName();
        return target.equals("Encryption")
                || target.equals("CredentialKey")
                || target.equals("Secret") && use.getDescription().contains(".reveal()>");
    }

    private List<String> sameRecords() {
        Map<String, List<String>> places = classes.stream()
                .filter(plan::contains)
                .filter(type -> type.isRecord()
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && Plan.topLevel(type).endsWith("Resource"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
        return places.entrySet().stream()
                .filter(place -> place.getValue().size() > 1)
                .map(Object::toString)
                .toList();
    }
}
