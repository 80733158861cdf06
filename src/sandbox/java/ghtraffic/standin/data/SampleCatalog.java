package ghtraffic.standin.data;

import static ghtraffic.standin.data.Repository.Trait.ARCHIVED;
import static ghtraffic.standin.data.Repository.Trait.FORK;
import static ghtraffic.standin.data.Repository.Trait.PRIVATE;
import static ghtraffic.standin.data.Repository.Trait.TRAFFIC_FORBIDDEN;

import ghtraffic.standin.data.Repository.Trait;
import ghtraffic.standin.http.Call;
import ghtraffic.standin.http.Server;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sample data: owners and their repositories. It never changes. */
public final class SampleCatalog {

    public static final Owner ACME = Owner.organization("acme", 9001);
    public static final Owner OCTO_DEV = Owner.user("octo-dev", 9002);
    public static final Owner OCTO_READER = Owner.user("octo-reader", 9003);

    private static final int LOAD_REPOSITORIES = 1_000;
    private static final long FIRST_LOAD_ID = 100_001;
    /** The longest name that GitHub allows: 100 characters. */
    private static final String LONGEST_NAME =
            "the-longest-name-that-a-repository-can-have-is-one-hundred-characters-and-this-name-uses-all-of-them";

    private static final List<Repository> REPOSITORIES = Stream.concat(samples().stream(), load())
            .sorted(Comparator.comparing(repository -> lower(repository.fullName())))
            .toList();
    private static final Map<Long, Repository> BY_ID =
            REPOSITORIES.stream().collect(Collectors.toUnmodifiableMap(Repository::id, Function.identity()));
    private static final Map<String, Repository> BY_NAME =
            REPOSITORIES.stream().collect(Collectors.toUnmodifiableMap(r -> lower(r.fullName()), Function.identity()));
    private static final Map<String, Long> FORMER_NAMES = Map.of("acme/old-name", 1007L);

    private SampleCatalog() {}

    /** Returns all repositories, sorted by full name. */
    public static List<Repository> repositories() {
        return REPOSITORIES;
    }

    public static Optional<Owner> owner(String login) {
        return Stream.of(ACME, OCTO_DEV, OCTO_READER)
                .filter(owner -> owner.login().equalsIgnoreCase(login))
                .findFirst();
    }

    /** Finds the repository of a path that begins with its name or id; empty if there is none. */
    public static Optional<Target> target(Call call) {
        List<String> path = call.path();
        Server server = call.server();
        if (path.size() >= 3 && path.get(0).equals("repos")) {
            String name = lower(path.get(1) + "/" + path.get(2));
            Optional<Repository> former =
                    Optional.ofNullable(FORMER_NAMES.get(name)).map(BY_ID::get);
            return former.or(() -> Optional.ofNullable(BY_NAME.get(name)))
                    .map(found -> new Target(found.on(server), rest(path, 3), former.isPresent()));
        }
        if (path.size() >= 2
                && path.get(0).equals("repositories")
                && path.get(1).matches("\\d{1,18}")) {
            return Optional.ofNullable(BY_ID.get(server.sampleId(Long.parseLong(path.get(1)))))
                    .map(found -> new Target(found.on(server), rest(path, 2), false));
        }
        return Optional.empty();
    }

    /**
     * A repository as a path names it.
     *
     * @param rest the part after the repository: empty, or beginning with a slash
     * @param formerName whether the path uses an earlier name of the repository
     */
    public record Target(Repository repository, String rest, boolean formerName) {

        public List<String> paths() {
            return List.of("/repos/" + repository.fullName() + rest, pathById());
        }

        public String pathById() {
            return "/repositories/" + repository.id() + rest;
        }
    }

    private static String rest(List<String> path, int from) {
        return path.stream().skip(from).map(part -> "/" + part).collect(Collectors.joining());
    }

    private static List<Repository> samples() {
        List<Repository> all = new ArrayList<>();
        all.add(acme(1001, "widgets", "Widgets for every occasion", "2019-03-04", Activity.BUSY));
        all.add(acme(1002, "gadgets", "Small things & <b>useful</b> ones", "2020-06-15", Activity.SMALL));
        all.add(acme(1003, "quiet", "Hardly anybody comes here", "2021-02-01", Activity.QUIET));
        all.add(acme(1004, "young", "Begun in January 2026", "2026-01-20", Activity.STEADY));
        all.add(acme(1005, "secret-plans", "Only for members", "2022-09-09", Activity.SMALL, PRIVATE));
        all.add(acme(
                1006, "forbidden", "Nobody may read its traffic", "2021-05-05", Activity.STEADY, TRAFFIC_FORBIDDEN));
        all.add(acme(1007, "renamed", "Was called old-name", "2020-01-10", Activity.STEADY));
        all.add(acme(1008, LONGEST_NAME, "A very long name", "2023-03-03", Activity.SMALL));
        all.add(acme(1009, "museum", "Kept for the record", "2018-08-18", Activity.QUIET, ARCHIVED));
        all.add(acme(1010, "forked", "A fork of something else", "2022-11-11", Activity.SMALL, FORK));
        all.add(new Repository(
                2001, OCTO_DEV, "hello", "Hello, world", midnight("2021-10-10"), Activity.SMALL, Set.of()));
        return all;
    }

    private static Stream<Repository> load() {
        return Stream.iterate(1, number -> number <= LOAD_REPOSITORIES, number -> number + 1)
                .map(number -> acme(
                        FIRST_LOAD_ID + number - 1,
                        String.format(Locale.ROOT, "load-%04d", number),
                        "For load trials",
                        "2022-01-01",
                        Activity.SMALL));
    }

    private static Repository acme(
            long id, String name, String description, String created, Activity activity, Trait... traits) {
        return new Repository(id, ACME, name, description, midnight(created), activity, Set.of(traits));
    }

    private static Instant midnight(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
