package ghtraffic.standin.data;

/** How active a repository is: visits and clones on an average day. */
public enum Activity {
    BUSY(180, 45),
    STEADY(25, 6),
    SMALL(2.5, 0.7),
    QUIET(0.15, 0.05);

    private static final double STARS_PER_VISIT = 0.02;

    private final double visits;
    private final double clones;

    Activity(double visits, double clones) {
        this.visits = visits;
        this.clones = clones;
    }

    double perDay(TrafficKind kind) {
        return kind == TrafficKind.VIEWS ? visits : clones;
    }

    public double starsPerDay() {
        return visits * STARS_PER_VISIT;
    }
}
