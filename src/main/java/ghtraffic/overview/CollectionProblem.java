package ghtraffic.overview;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.messages.Message;
import java.util.List;

/**
 * A reason why data was not collected, with the repositories that it concerns.
 *
 * @param state {@code failed}, {@code partly} or {@code waiting}
 * @param message the reason and what to do
 * @param named the first of these repositories by name
 * @param more the number of other repositories with the same reason
 */
public record CollectionProblem(String state, Message message, List<TrackedRepository> named, int more) {}
