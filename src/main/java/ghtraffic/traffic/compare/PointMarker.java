package ghtraffic.traffic.compare;

/** The shape that marks the points of a line, so that lines can be told apart without colors. */
enum PointMarker {
    CIRCLE("M4 0A4 4 0 1 1-4 0A4 4 0 1 1 4 0Z"),
    SQUARE("M-3.5-3.5H3.5V3.5H-3.5Z"),
    TRIANGLE("M0-4.5L4.5 3.5H-4.5Z"),
    RHOMB("M0-5L5 0L0 5L-5 0Z");

    private final String path;

    PointMarker(String path) {
        this.path = path;
    }

    /** Returns the shape for a line. Lines are counted from 0, and shapes repeat after the fourth line. */
    static PointMarker of(int line) {
        return values()[line % values().length];
    }

    /** Returns the shape as an SVG path whose origin is its center. */
    String path() {
        return path;
    }
}
