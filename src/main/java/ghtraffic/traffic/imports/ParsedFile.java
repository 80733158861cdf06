package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The days that were read from a file, by repository, and the errors that were found. */
final class ParsedFile {

    private static final int MOST_REPORTED = 100;

    /** GitHub gives few such days. Where most lines are so, the columns stand under the wrong names. */
    private static final int FEW = 4;

    private final SortedMap<Integer, ImportedDays> repositories = new TreeMap<>();
    private final List<InvalidLine> rejected = new ArrayList<>();
    private int read;
    private int wrong;
    private int contradictory;
    private @Nullable Message unusable;

    /**
     * Adds a line to the days of its repository.
     *
     * @param number the number of the line in the file
     * @throws InvalidLineException if an earlier line has the same repository and day
     */
    void add(int number, int repository, ParsedLine line) throws InvalidLineException {
        Integer before =
                repositories.computeIfAbsent(repository, ImportedDays::new).add(number, line.numbers());
        if (before != null) {
            throw new InvalidLineException(Message.of("import.reason.twice", before));
        }
        if (line.contradictory()) {
            contradictory++;
        }
    }

    void countLine() {
        read++;
    }

    /** Records an invalid line. Only the first hundred are kept. */
    void reject(int number, Message reason) {
        wrong++;
        if (rejected.size() < MOST_REPORTED) {
            rejected.add(new InvalidLine(number, reason));
        }
    }

    /** Records an error of the whole file, which takes precedence over those of single lines. */
    void refuse(Message reason) {
        unusable = reason;
    }

    /** Returns the number of lines that were read, without the header. */
    int read() {
        return read;
    }

    /** Returns the invalid lines, at most a hundred. */
    List<InvalidLine> rejected() {
        return rejected;
    }

    /** Returns the days of each repository, in the order of the repositories' ids. */
    Collection<ImportedDays> repositories() {
        return repositories.values();
    }

    /** Returns what users should look at although the file can be imported; empty if there is nothing. */
    List<Message> warnings() {
        return contradictory == 0 ? List.of() : List.of(Message.of("import.warning.uniques", contradictory));
    }

    /** Returns why the file cannot be imported, or null if it can. */
    @Nullable
    Message objection() {
        if (unusable != null) {
            return unusable;
        }
        if (wrong == 0) {
            return contradictory > FEW && contradictory * 2 > read
                    ? Message.of("import.reason.shifted", contradictory, read)
                    : null;
        }
        if (wrong == 1) {
            return Message.of("import.reason.oneWrong");
        }
        return wrong > rejected.size()
                ? Message.of("import.reason.wrongNamed", wrong, rejected.size())
                : Message.of("import.reason.wrong", wrong);
    }
}
