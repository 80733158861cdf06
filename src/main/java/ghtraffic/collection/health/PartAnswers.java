package ghtraffic.collection.health;

import ghtraffic.github.Answer;
import ghtraffic.github.Answer.Refusal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a visit to one repository brought: an answer for each part that was asked for, and whose credential got it. */
public final class PartAnswers {

    private final Instant at;
    private final Map<Part, Answer<?>> answers = new EnumMap<>(Part.class);
    private final Map<Part, Integer> tenants = new EnumMap<>(Part.class);

    public PartAnswers(Instant at) {
        this.at = at;
    }

    /** When GitHub was asked. */
    public Instant at() {
        return at;
    }

    /** Takes an answer in the place of one before; but what a limit keeps will come, whoever else may not have it. */
    public void add(Part part, Answer<?> answer, int tenant) {
        if (answers.get(part) instanceof Answer.RateLimited<?> limited && isWorse(answer, limited)) {
            return;
        }
        answers.put(part, answer);
        tenants.put(part, tenant);
    }

    private static boolean isWorse(Answer<?> answer, Answer.RateLimited<?> limited) {
        return isOfTheCredential(answer)
                && !(answer instanceof Answer.RateLimited<?> other
                        && other.until().isBefore(limited.until()));
    }

    private static boolean isOfTheCredential(Answer<?> answer) {
        return answer instanceof Answer.BadToken<?>
                || answer instanceof Answer.NotPermitted<?>
                || answer instanceof Answer.NotFound<?>
                || answer instanceof Answer.RateLimited<?>;
    }

    /** Whether it is not answered yet, or refused in a way in which another credential may not be. */
    public boolean lacks(Part part) {
        Answer<?> answer = answers.get(part);
        return answer == null || isOfTheCredential(answer);
    }

    public Set<Part> parts() {
        return answers.keySet();
    }

    int tenant(Part part) {
        return tenants.getOrDefault(part, 0);
    }

    /** The answer of a part; null when it was not asked for. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable Answer<T> answer(Part part) {
        return (Answer<T>) answers.get(part);
    }

    /** When GitHub wants to be asked again for what a limit left unanswered; empty when no limit did. */
    public Optional<Instant> limitedUntil() {
        return answers.values().stream()
                .flatMap(answer -> answer instanceof Answer.RateLimited<?> limited
                        ? Optional.of(limited.until()).stream()
                        : Optional.<Instant>empty().stream())
                .max(Instant::compareTo);
    }

    /** Whether trying again soon may help. */
    boolean mayBeBetterSoon() {
        return answers.values().stream().anyMatch(Answer.Unavailable.class::isInstance);
    }

    /** Whether nothing of views and clones came, which is what it is all for. */
    public boolean failed() {
        return lacksAnswer(Part.VIEWS) && lacksAnswer(Part.CLONES);
    }

    private boolean lacksAnswer(Part part) {
        return !answers.containsKey(part) || refusal(part) != null;
    }

    private @Nullable Refusal<?> refusal(Part part) {
        return answers.get(part) instanceof Refusal<?> refusal && !(refusal instanceof Answer.Unsupported<?>)
                ? refusal
                : null;
    }

    /** Why something is missing, in words; empty when nothing is. Parts that fail for one reason are named together. */
    public String reason() {
        Map<String, Set<String>> titles = new LinkedHashMap<>();
        for (Part part : answers.keySet()) {
            Refusal<?> refusal = refusal(part);
            if (refusal != null) {
                titles.computeIfAbsent(refusal.reason(), reason -> new LinkedHashSet<>())
                        .add(part.title());
            }
        }
        if (titles.size() == 1 && failed()) {
            return titles.keySet().iterator().next();
        }
        return titles.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
                .collect(Collectors.joining("; "));
    }
}
