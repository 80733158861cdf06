package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells what the columns of a file mean by their names, as other tools and people write them: github-repo-stats,
 * repository-traffic-action, github-traffic-stats and files made by hand.
 */
final class ColumnNames {

    /** What a column can hold. */
    enum Meaning {
        DAY(Set.of("date", "day", "tdate", "timestamp", "time", "timeiso8601")),
        VIEWS(Set.of("views", "viewcount", "viewstotal", "totalviews", "numberofviews")),
        VISITORS(Set.of(
                "visitors",
                "uniquevisitors",
                "viewsunique",
                "viewsuniques",
                "uniqueviews",
                "uniqueviewers",
                "vuniques")),
        CLONES(Set.of("clones", "clonecount", "clonestotal", "totalclones", "numberofclones")),
        CLONERS(Set.of("cloners", "uniquecloners", "clonesunique", "clonesuniques", "uniqueclones", "cuniques")),
        OWNER(Set.of("owner", "org", "orgname", "organization")),
        REPOSITORY(Set.of("repository", "repositoryname", "repo", "reponame", "fullname"));

        private final Set<String> names;

        Meaning(Set<String> names) {
            this.names = names;
        }
    }

    /** github-traffic-stats calls the people so in both of its files. */
    private static final String PEOPLE = "uniquevisitorscloners";

    private ColumnNames() {}

    /**
     * Returns the place of each meaning; empty if the names do not tell a day and, of views or clones, the number and the people. Other
     * columns are left out.
     *
     * @throws InvalidLineException if the names tell that the numbers are none of single days
     */
    static Optional<Map<Meaning, Integer>> read(List<String> header) throws InvalidLineException {
        List<String> names = header.stream().map(ColumnNames::plain).toList();
        for (int place = 0; place < names.size(); place++) {
            if (names.get(place).endsWith("14d")) {
                throw new InvalidLineException(
                        Message.of("import.reason.windows", CellParser.shown(header.get(place))));
            } else if (names.get(place).contains("cumulative")) {
                throw new InvalidLineException(
                        Message.of("import.reason.cumulative", CellParser.shown(header.get(place))));
            }
        }
        Map<Meaning, Integer> places = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            List<Integer> found = IntStream.range(0, names.size())
                    .filter(place -> meaning.names.contains(names.get(place)))
                    .boxed()
                    .toList();
            if (found.size() > 1) {
                return Optional.empty();
            }
            found.forEach(place -> places.put(meaning, place));
        }
        if (names.contains(PEOPLE) && places.containsKey(Meaning.VIEWS) != places.containsKey(Meaning.CLONES)) {
            places.put(places.containsKey(Meaning.VIEWS) ? Meaning.VISITORS : Meaning.CLONERS, names.indexOf(PEOPLE));
        }
        boolean views = isPair(places, Meaning.VIEWS, Meaning.VISITORS);
        boolean clones = isPair(places, Meaning.CLONES, Meaning.CLONERS);
        boolean some = places.containsKey(Meaning.VIEWS) || places.containsKey(Meaning.CLONES);
        return places.containsKey(Meaning.DAY) && views && clones && some ? Optional.of(places) : Optional.empty();
    }

    /** Returns whether both are there, or none of them. */
    private static boolean isPair(Map<Meaning, Integer> places, Meaning one, Meaning other) {
        return places.containsKey(one) == places.containsKey(other);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
