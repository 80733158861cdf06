package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the repository that a line is about, among those that the viewer manages. */
final class TargetRepositories {

    private final Map<Integer, String> managed;
    private final Map<String, List<Integer>> named;
    private final @Nullable Integer chosen;
    private @Nullable String first;

    /**
     * Takes what may be written to.
     *
     * @param managed full names by id
     * @param chosen the one that all lines are for, whatever they call it; null when the lines say it
     */
    TargetRepositories(Map<Integer, String> managed, @Nullable Integer chosen) {
        this.managed = managed;
        this.chosen = chosen;
        this.named = managed.keySet().stream()
                .collect(
                        Collectors.groupingBy(id -> managed.getOrDefault(id, "").toLowerCase(Locale.ROOT)));
    }

    /** Whether the lines need not say which repository they are about. */
    boolean isChosen() {
        return chosen != null;
    }

    /** The repository's id. */
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
                    Message.inEnglish("said.import.oneRepository", CellParser.shown(called), CellParser.shown(first)));
        }
        return repository;
    }

    private int numbered(String id) throws InvalidLineException {
        if (id.matches("[0-9]{1,9}") && managed.containsKey(Integer.valueOf(id))) {
            return Integer.parseInt(id);
        }
        throw new InvalidLineException(Message.inEnglish("said.import.notManagedNumber", CellParser.shown(id)));
    }

    /** Names that were given away and taken again may stand for more than one; then the id decides. */
    private int named(ParsedLine line) throws InvalidLineException {
        List<Integer> found = named.getOrDefault(line.name().toLowerCase(Locale.ROOT), List.of());
        if (found.isEmpty()) {
            throw new InvalidLineException(Message.inEnglish("said.import.notManaged", CellParser.shown(line.name())));
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        return found.stream()
                .filter(id -> String.valueOf(id).equals(line.id()))
                .findFirst()
                .orElseThrow(() -> new InvalidLineException(
                        Message.inEnglish("said.import.severalCalled", CellParser.shown(line.name()))));
    }
}
