package ghtraffic.traffic.daily;

/**
 * What a merge changed.
 *
 * @param inserted days that were new
 * @param raised days of which at least one value grew, or that are whole now
 * @param unchanged days that were known as they are
 */
public record Recorded(int inserted, int raised, int unchanged) {

    static final Recorded NOTHING = new Recorded(0, 0, 0);

    Recorded plus(Recorded other) {
        return new Recorded(inserted + other.inserted, raised + other.raised, unchanged + other.unchanged);
    }
}
