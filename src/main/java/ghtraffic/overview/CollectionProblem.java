package ghtraffic.overview;

import ghtraffic.catalog.TrackedRepository;
import java.util.List;

/**
 * A reason why something was not collected, with the repositories that it is about.
 *
 * @param state {@code failed}, {@code partly} or {@code waiting}
 * @param message why, and what to do
 * @param named the first of them by name
 * @param more how many others there are
 */
public record CollectionProblem(String state, String message, List<TrackedRepository> named, int more) {}
