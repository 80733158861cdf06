package ghtraffic.overview;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws a small line without axes, as the {@code d} of an SVG path in a box of {@value #WIDTH} by {@value #HEIGHT}. */
final class Sparkline {

    static final int WIDTH = 100;
    static final int HEIGHT = 24;

    private static final int MARGIN = 2;

    private Sparkline() {}

    /** Returns the path. Days that were not collected (null) are gaps in the line; a day between two gaps is a dot. */
    static String path(List<@Nullable Integer> values) {
        int most = values.stream()
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            Integer value = values.get(i);
            if (value == null) {
                drawing = false;
                continue;
            }
            int x = values.size() == 1 ? 0 : WIDTH * i / (values.size() - 1);
            long y = HEIGHT - MARGIN - (most == 0 ? 0 : (HEIGHT - 2L * MARGIN) * value / most);
            path.append(drawing ? 'L' : 'M').append(x).append(' ').append(y);
            path.append(drawing ? "" : "h.01");
            drawing = true;
        }
        return path.toString();
    }
}
