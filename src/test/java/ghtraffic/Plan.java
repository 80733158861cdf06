package ghtraffic;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The structure that the code keeps: its packages, what each may use, and the exceptions, each with its reason. {@code
 * docs/architecture.md} shows the same as a map.
 *
 * @param root the package that all others are in
 * @param uses each package below the root, and which others it may use
 * @param large packages with more than 15 classes
 * @param publicTypes classes that are public although no class names them
 * @param openEntities entities that other packages may see
 * @param sql classes that use {@code java.sql} or native queries
 * @param secretReaders packages that may read a secret, encrypt or decrypt
 * @param limits how large things may be
 */
record Plan(
        String root,
        Map<String, Set<String>> uses,
        Map<String, String> large,
        Map<String, String> publicTypes,
        Map<String, String> openEntities,
        Map<String, String> sql,
        Set<String> secretReaders,
        Limits limits) {

    static final Plan APPLICATION = new Plan(
            "ghtraffic",
            Map.ofEntries(
                    // Foundation
                    entry("messages"),
                    entry("lists"),
                    entry("database"),
                    entry("database.migration", "database"),
                    entry("secrets", "messages"),
                    entry("limits"),
                    entry("ranges", "messages"),
                    // GitHub, people, tenants
                    entry("github", "github.model", "github.servers", "limits", "messages"),
                    entry("github.model"),
                    entry("github.servers", "messages"),
                    entry("audit", "database", "lists", "messages"),
                    entry("identity", "audit", "messages"),
                    entry("identity.provider", "identity"),
                    entry("identity.github", "database", "identity", "limits", "secrets"),
                    entry("identity.users", "audit", "identity", "lists", "messages"),
                    entry("identity.tokens", "audit", "identity", "identity.users", "messages", "secrets"),
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
                            "tenants",
                            "tenants.credentials"),
                    entry("catalog.servers", "audit", "catalog", "github.servers", "identity", "messages"),
                    entry("traffic.daily", "catalog", "database", "ranges"),
                    entry("traffic.series", "catalog", "database", "identity", "messages", "ranges", "traffic.daily"),
                    entry("traffic.window", "catalog", "database", "ranges", "traffic.daily", "traffic.series"),
                    entry("traffic.popularity", "traffic.daily", "catalog", "ranges", "traffic.series"),
                    entry("traffic.releases", "catalog", "database", "identity", "ranges"),
                    entry("traffic.sources", "catalog", "database", "identity", "ranges"),
                    entry(
                            "traffic.notes",
                            "audit",
                            "catalog",
                            "identity",
                            "messages",
                            "ranges",
                            "tenants",
                            "traffic.releases"),
                    entry(
                            "traffic.imports",
                            "audit",
                            "catalog",
                            "identity",
                            "lists",
                            "messages",
                            "ranges",
                            "traffic.daily"),
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
                    // Taken over
                    entry("takeover", "audit", "catalog", "identity", "messages", "tenants", "tenants.credentials"),
                    entry(
                            "takeover.findings",
                            "audit",
                            "catalog",
                            "identity",
                            "identity.users",
                            "messages",
                            "ranges",
                            "traffic.daily"),
                    // Collection
                    entry(
                            "collection.runs",
                            "catalog",
                            "collection.fetch",
                            "collection.health",
                            "collection.warnings",
                            "database",
                            "identity",
                            "lists",
                            "messages",
                            "takeover",
                            "takeover.findings"),
                    entry(
                            "collection.triggers",
                            "catalog.discovery",
                            "collection.runs",
                            "collection.warnings",
                            "limits",
                            "takeover"),
                    entry(
                            "collection.fetch",
                            "catalog",
                            "collection.health",
                            "database",
                            "github",
                            "github.model",
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
                    entry(
                            "collection.monitoring",
                            "catalog",
                            "collection.health",
                            "collection.runs",
                            "collection.warnings",
                            "github",
                            "traffic.daily"),
                    // Pages over several modules
                    entry(
                            "overview",
                            "catalog",
                            "collection.health",
                            "collection.warnings",
                            "github.servers",
                            "identity",
                            "lists",
                            "messages",
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
                            "ranges",
                            "traffic.popularity",
                            "traffic.releases",
                            "traffic.series",
                            "traffic.sources",
                            "traffic.window"),
                    entry(
                            "administration",
                            "audit",
                            "catalog",
                            "identity",
                            "identity.users",
                            "lists",
                            "messages",
                            "tenants"),
                    entry(
                            "account",
                            "catalog",
                            "identity",
                            "identity.github",
                            "identity.sessions",
                            "identity.tokens",
                            "messages",
                            "secrets"),
                    // Web and API
                    entry(
                            "web.signin",
                            "identity",
                            "identity.github",
                            "identity.provider",
                            "identity.sessions",
                            "identity.tokens",
                            "limits",
                            "secrets",
                            "server.registry",
                            "web.errors"),
                    entry("web.bodies", "identity", "limits"),
                    entry("web.frame", "identity", "messages", "web.signin"),
                    entry("web.errors", "database", "identity", "messages", "web.protection"),
                    entry("web.protection", "limits"),
                    entry("api", "database", "identity"),
                    // Outside the application
                    entry("server.launch"),
                    entry("server.start"),
                    entry("server.driver"),
                    entry("server.registry"),
                    entry("server.notice", "messages"),
                    // The sandbox
                    entry("sandbox", "database.migration", "identity", "limits", "standin", "standin.appid"),
                    entry(
                            "standin",
                            "standin.access",
                            "standin.data",
                            "standin.faults",
                            "standin.http",
                            "standin.signin"),
                    entry("standin.appid", "standin.http"),
                    entry("standin.signin", "standin.http"),
                    entry("standin.http"),
                    entry("standin.data", "standin.http"),
                    entry("standin.access", "standin.data", "standin.http"),
                    entry("standin.faults", "standin.http")),
            Map.of(
                    "catalog",
                    "the events of a repository belong to the repository that they are about",
                    "identity",
                    "who is calling is one subject that its packages share",
                    "web.signin",
                    "one small class for each step of a sign-in",
                    "server.start",
                    "one small class for each thing that is read or checked before a start",
                    "github",
                    "one small class for each thing that GitHub's answers say",
                    "collection.runs",
                    "a run has a request, a job, a lease, errors, an event and a history",
                    "traffic.imports",
                    "one small class for each step of reading a file"),
            Map.ofEntries(
                    Map.entry("api.Problem", "JSON-B writes it"),
                    Map.entry("traffic.imports.ImportReport", "JSON-B writes it"),
                    Map.entry("traffic.imports.ImportRefusal", "JSON-B writes it"),
                    Map.entry("sandbox.SandboxCommand", "Maven starts it"),
                    Map.entry("server.launch.Launcher", "java -jar starts it"),
                    Map.entry("database.migration.FlywayLogs", "Flyway creates it by its name"),
                    Map.entry("web.errors.ErrorReport", "problem.xhtml reads it from the request"),
                    Map.entry("web.errors.ErrorKey", "web.signin uses its constants, which the compiler copies"),
                    Map.entry("web.errors.RefusalHandlerFactory", "faces-config.xml names it"),
                    Map.entry("web.frame.SessionBeforeRedirect", "faces-config.xml names it")),
            Map.ofEntries(
                    Map.entry("catalog.TrackedRepository", "every feature shows the name of a repository"),
                    Map.entry("catalog.GitHubServer", "catalog.servers adds and removes them"),
                    Map.entry("collection.runs.CollectionRun", "the page of a repository shows its last run"),
                    Map.entry("collection.health.RepositoryHealth", "pages show how a repository was collected last"),
                    Map.entry("collection.health.PartStatus", "pages show how each part was collected last")),
            Map.ofEntries(
                    Map.entry("catalog.discovery.DiscoveryStore", "locks the row of a tenant"),
                    Map.entry("catalog.RepositoryStore", "locks the row of a server or repository"),
                    Map.entry("catalog.VisibleRepositories", "pages of long lists, searched in the database"),
                    Map.entry("identity.Identities", "an insert that another server may make at the same time"),
                    Map.entry("identity.users.UserStore", "locks the row of a role"),
                    Map.entry("identity.users.GrantRows", "the table of grants has no key, so it has no entity"),
                    Map.entry("identity.users.Users", "pages of long lists, searched in the database"),
                    Map.entry("identity.ViewerRights", "reads four tables of three packages in one query"),
                    Map.entry("server.driver.TrafficDriver", "it is a JDBC driver"),
                    Map.entry("server.start.DatabaseState", "runs before the server"),
                    Map.entry("server.start.SchemaHistory", "runs before the server"),
                    Map.entry("server.registry.RoleTables", "runs in the server, outside the application"),
                    Map.entry("server.registry.RoleRegistry", "runs in the server, outside the application"),
                    Map.entry("collection.runs.CollectionLease", "takes the lease by one update"),
                    Map.entry("collection.runs.RunHistory", "pages of runs that a viewer may see"),
                    Map.entry(
                            "collection.runs.LegacySystemLog",
                            "writes a table of the Python application that has no key"),
                    Map.entry("collection.runs.PausedRuns", "a table without an entity"),
                    Map.entry("database.SqlFailure", "reads the SQLSTATE of failures"),
                    Map.entry("database.InsertBatch", "inserts many rows at once"),
                    Map.entry("database.migration.SchemaMigration", "Flyway works with JDBC"),
                    Map.entry("database.migration.MigrationLock", "runs before the persistence unit"),
                    Map.entry("database.migration.SchemaTables", "runs before the persistence unit"),
                    Map.entry("database.migration.DatabaseCheck", "asks the driver whether the connection is alive"),
                    Map.entry("database.migration.Retry", "retries JDBC calls"),
                    Map.entry("audit.AuditLog", "pages of a long list, searched in the database"),
                    Map.entry(
                            "tenants.credentials.CredentialReEncryption",
                            "compares and sets a credential in one update"),
                    Map.entry("traffic.series.ChunkedQuery", "sums over many rows"),
                    Map.entry("traffic.series.SummedSeries", "sums over many rows"),
                    Map.entry("traffic.series.MultiSeries", "sums over many rows"),
                    Map.entry("traffic.series.RangeTotals", "sums over many rows"),
                    Map.entry("traffic.exports.CsvExport", "streams many rows"),
                    Map.entry("traffic.popularity.PopularityStore", "copies a row in the database"),
                    Map.entry("traffic.releases.ReleaseStore", "merges many rows"),
                    Map.entry("traffic.releases.ReleaseHistory", "joins three tables without entities"),
                    Map.entry("traffic.daily.TrafficStore", "hands a connection to the merge"),
                    Map.entry("traffic.daily.TrafficMerge", "merges many rows by maximum"),
                    Map.entry("traffic.daily.CalendarSum", "derives sums in the database"),
                    Map.entry("takeover.findings.FindingQueries", "looks for rows that refer to none"),
                    Map.entry("takeover.findings.FindingRepair", "removes rows of tables without keys"),
                    Map.entry("takeover.findings.Twins", "reads rows whose owner or server may be missing"),
                    Map.entry("takeover.findings.TwinMerge", "moves rows of every table with a repository at once"),
                    Map.entry("setup.FirstSetup", "inserts the first rows of several tables at once"),
                    Map.entry("sandbox.DataServlet", "empties the database of the sandbox")),
            Set.of("secrets", "tenants", "tenants.credentials", "setup", "account", "identity.sessions", "web.signin"),
            new Limits(20, 15, 200, 60));

    /**
     * How large things may be.
     *
     * @param classes in a package
     * @param usualClasses in a package without a reason
     * @param lines of a class
     * @param medianLines of all classes
     */
    record Limits(int classes, int usualClasses, int lines, int medianLines) {}

    /** A plan for classes that break a rule. */
    static Plan ofFixture(String root, Map<String, Set<String>> uses) {
        return new Plan(
                "ghtraffic.fixture." + root,
                uses,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                new Limits(3, 3, 12, 4));
    }

    private static Map.Entry<String, Set<String>> entry(String name, String... uses) {
        return Map.entry(name, Set.of(uses));
    }

    /** Returns the name of the package of a class, without the root; empty for the root itself. */
    String packageOf(JavaClass type) {
        return below(type.getPackageName());
    }

    /** Returns the name of the top-level class of a class, without the root. */
    String nameOf(JavaClass type) {
        return below(topLevel(type));
    }

    boolean contains(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    static String topLevel(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private String below(String name) {
        return name.equals(root) ? "" : name.substring(root.length() + 1);
    }

    /** Returns the top-level classes, without {@code package-info}. */
    List<JavaClass> topLevelClasses(Iterable<JavaClass> classes) {
        return StreamSupport.stream(classes.spliterator(), false)
                .filter(this::contains)
                .filter(type ->
                        !type.getName().contains("$") && !type.getSimpleName().equals("package-info"))
                .toList();
    }
}
