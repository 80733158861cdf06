package ghtraffic.overview;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.health.HealthStore;
import ghtraffic.collection.health.RepositoryHealth;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the reasons why data was not collected, each once for all repositories that it concerns. */
@ApplicationScoped
class CollectionProblems {

    private static final int MOST_REASONS = 5;
    private static final int NAMED = 3;
    private static final Message NOTHING = Message.plain("");

    @Inject
    private HealthStore health;

    @Inject
    private Catalog catalog;

    /** Returns the health of those repositories whose last collection was not complete, by their ids. */
    Map<Integer, RepositoryHealth> of(Collection<Integer> repositories) {
        return health.withProblems(repositories).stream()
                .collect(Collectors.toMap(RepositoryHealth::repository, Function.identity()));
    }

    /** Returns how severe a problem is, from 1 (waiting) to 3 (failed). */
    static int weight(RepositoryHealth health) {
        return switch (health.state()) {
            case RepositoryHealth.FAILED -> 3;
            case RepositoryHealth.PARTLY -> 2;
            default -> 1;
        };
    }

    /**
     * Returns at most five reasons, ordered by severity and then by the number of repositories.
     *
     * @param byName the ids of all repositories, ordered by name
     * @param troubled the health of the repositories with problems, by their ids
     */
    List<CollectionProblem> explained(List<Integer> byName, Map<Integer, RepositoryHealth> troubled) {
        record Reason(String state, Message message, int weight) {}
        Map<Reason, List<Integer>> reasons = new LinkedHashMap<>();
        for (int id : byName) {
            RepositoryHealth one = troubled.get(id);
            if (one != null) {
                reasons.computeIfAbsent(
                                new Reason(
                                        one.state(), Objects.requireNonNullElse(one.message(), NOTHING), weight(one)),
                                reason -> new ArrayList<>())
                        .add(id);
            }
        }
        Comparator<Map.Entry<Reason, List<Integer>>> worst =
                Comparator.comparingInt(entry -> -entry.getKey().weight());
        List<Map.Entry<Reason, List<Integer>>> first = reasons.entrySet().stream()
                .sorted(worst.thenComparingInt(entry -> -entry.getValue().size()))
                .limit(MOST_REASONS)
                .toList();
        Map<Integer, TrackedRepository> named =
                catalog
                        .withIds(first.stream()
                                .flatMap(entry -> entry.getValue().stream().limit(NAMED))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(TrackedRepository::id, Function.identity()));
        return first.stream()
                .map(entry -> new CollectionProblem(
                        entry.getKey().state(),
                        entry.getKey().message(),
                        entry.getValue().stream()
                                .limit(NAMED)
                                .map(named::get)
                                .filter(Objects::nonNull)
                                .toList(),
                        Math.max(0, entry.getValue().size() - NAMED)))
                .toList();
    }
}
