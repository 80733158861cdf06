package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was read of a file: the days of its repositories, and what is wrong with it. */
final class ParsedFile {

    private static final int MOST_REPORTED = 100;

    private final SortedMap<Integer, ImportedDays> repositories = new TreeMap<>();
    private final List<RejectedLine> rejected = new ArrayList<>();
    private int read;
    private int wrong;
    private @Nullable String unusable;

    void add(int number, int repository, ParsedLine line) throws InvalidLineException {
        Integer before =
                repositories.computeIfAbsent(repository, ImportedDays::new).add(number, line.numbers());
        if (before != null) {
            throw new InvalidLineException(Message.inEnglish("said.import.twice", before));
        }
    }

    void countLine() {
        read++;
    }

    /** Notes a wrong line; only the first hundred are kept. */
    void reject(int number, String reason) {
        wrong++;
        if (rejected.size() < MOST_REPORTED) {
            rejected.add(new RejectedLine(number, reason));
        }
    }

    /** Notes what is wrong with the file as a whole. */
    void refuse(String reason) {
        unusable = reason;
    }

    /** How many lines with numbers there were, as far as the file was read. */
    int read() {
        return read;
    }

    /** The wrong lines, at most a hundred. */
    List<RejectedLine> rejected() {
        return rejected;
    }

    /** The days of each repository, by the repositories' ids. */
    Collection<ImportedDays> repositories() {
        return repositories.values();
    }

    /** Why nothing of it may be imported; null when all of it may. */
    @Nullable
    String objection() {
        if (unusable != null) {
            return unusable;
        }
        if (wrong == 0) {
            return null;
        }
        if (wrong == 1) {
            return Message.inEnglish("said.import.oneWrong");
        }
        return wrong > rejected.size()
                ? Message.inEnglish("said.import.wrongNamed", wrong, rejected.size())
                : Message.inEnglish("said.import.wrong", wrong);
    }
}
