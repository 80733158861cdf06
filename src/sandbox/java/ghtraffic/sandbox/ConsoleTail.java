package ghtraffic.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps the last lines of a console for the message of a failure. */
final class ConsoleTail {

    private static final int MOST = 25;

    private final Deque<String> lines = new ArrayDeque<>();
    private long count;

    synchronized void add(String line) {
        count++;
        lines.addLast(line);
        if (lines.size() > MOST) {
            lines.removeFirst();
        }
    }

    /** Returns how many lines were added in all. */
    synchronized long count() {
        return count;
    }

    synchronized String text() {
        return String.join("\n", lines);
    }
}
