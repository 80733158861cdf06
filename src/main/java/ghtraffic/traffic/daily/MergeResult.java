package ghtraffic.traffic.daily;

/**
 * What a merge changed.
 *
 * @param inserted days that were new
 * @param raised days of which at least one value grew, or that are whole now
 * @param unchanged days that were known as they are
 */
public record MergeResult(int inserted, int raised, int unchanged) {

    static final MergeResult NOTHING = new MergeResult(0, 0, 0);

    MergeResult plus(MergeResult other) {
        return new MergeResult(inserted + other.inserted, raised + other.raised, unchanged + other.unchanged);
    }
}
