package ghtraffic.traffic;

/**
 * What a merge changed.
 *
 * @param inserted days that were new
 * @param raised days of which at least one value grew, or that are whole now
 * @param unchanged days that were known as they are
 */
public record Recorded(int inserted, int raised, int unchanged) {}
