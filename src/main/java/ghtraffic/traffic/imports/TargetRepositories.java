package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the repository of a line among those that the viewer manages. */
final class TargetRepositories {

    private final Map<Integer, String> managed;
    private final Map<String, List<Integer>> named;
    private final @Nullable Integer chosen;
    private @Nullable String first;

    /**
     * Stores the repositories that the import may write to.
     *
     * @param managed the full names of the repositories, by id
     * @param chosen the repository that all lines belong to, whatever name or id they have; null if each line names its
     *     repository
     */
    TargetRepositories(Map<Integer, String> managed, @Nullable Integer chosen) {
        this.managed = managed;
        this.chosen = chosen;
        this.named = managed.keySet().stream()
                .collect(
                        Collectors.groupingBy(id -> managed.getOrDefault(id, "").toLowerCase(Locale.ROOT)));
    }

    /** Returns whether one repository was chosen for all lines. */
    boolean isChosen() {
        return chosen != null;
    }

    /**
     * Returns the id of the repository of a line.
     *
     * @throws InvalidLineException if the viewer manages no such repository, the name fits several, or a file for one
     *     chosen repository has lines of several
     */
    int find(ParsedLine line) throws InvalidLineException {
        if (chosen != null) {
            return same(chosen, line.name().isEmpty() ? line.id() : line.name());
        }
        return line.name().isEmpty() ? numbered(line.id()) : named(line);
    }

    private int same(int repository, String called) throws InvalidLineException {
        if (first == null) {
            first = called;
        }
        if (!called.equalsIgnoreCase(first)) {
            throw new InvalidLineException(
                    Message.of("import.reason.oneRepository", CellParser.shown(called), CellParser.shown(first)));
        }
        return repository;
    }

    /** Other tools write names without their owner. */
    private List<Integer> withoutOwner(String name) {
        return named.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/" + name))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private int numbered(String id) throws InvalidLineException {
        if (id.matches("[0-9]{1,9}") && managed.containsKey(Integer.valueOf(id))) {
            return Integer.parseInt(id);
        }
        throw new InvalidLineException(Message.of("import.reason.notManagedNumber", CellParser.shown(id)));
    }

    /**
     * Finds a repository by its name. If a name was given up and taken again, several may have it; then the id
     * decides.
     */
    private int named(ParsedLine line) throws InvalidLineException {
        String name = line.name().toLowerCase(Locale.ROOT);
        List<Integer> found = name.contains("/") ? named.getOrDefault(name, List.of()) : withoutOwner(name);
        if (found.isEmpty()) {
            throw new InvalidLineException(Message.of("import.reason.notManaged", CellParser.shown(line.name())));
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        return found.stream()
                .filter(id -> String.valueOf(id).equals(line.id()))
                .findFirst()
                .orElseThrow(() -> new InvalidLineException(
                        Message.of("import.reason.severalCalled", CellParser.shown(line.name()))));
    }
}
