package ghtraffic.traffic.daily;

/**
 * The result of a merge, in days or weeks.
 *
 * @param inserted how many were new
 * @param raised how many got at least one higher value or became complete
 * @param unchanged how many stayed as they were
 */
public record MergeResult(int inserted, int raised, int unchanged) {

    static final MergeResult NOTHING = new MergeResult(0, 0, 0);

    MergeResult plus(MergeResult other) {
        return new MergeResult(inserted + other.inserted, raised + other.raised, unchanged + other.unchanged);
    }
}
