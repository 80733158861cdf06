package ghtraffic.traffic.compare;

/** What marks the points of a line, so that lines can be told apart without colours. */
enum PointMarker {
    CIRCLE("M4 0A4 4 0 1 1-4 0A4 4 0 1 1 4 0Z"),
    SQUARE("M-3.5-3.5H3.5V3.5H-3.5Z"),
    TRIANGLE("M0-4.5L4.5 3.5H-4.5Z"),
    RHOMB("M0-5L5 0L0 5L-5 0Z");

    private final String path;

    PointMarker(String path) {
        this.path = path;
    }

    /** The mark of a line, from 0. */
    static PointMarker of(int line) {
        return values()[line % values().length];
    }

    /** The shape around its place, as the path of an SVG. */
    String path() {
        return path;
    }
}
