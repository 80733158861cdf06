package ghtraffic.collection.health;

import ghtraffic.github.Answer;
import ghtraffic.github.Answer.Refusal;
import ghtraffic.messages.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's answers about one repository: one for each part that was asked for, and the tenant whose credential was
 * used.
 */
public final class PartAnswers {

    private final Instant at;
    private final Map<Part, Answer<?>> answers = new EnumMap<>(Part.class);
    private final Map<Part, Integer> tenants = new EnumMap<>(Part.class);

    /** Creates answers without any part; {@code at} is when GitHub is asked. */
    public PartAnswers(Instant at) {
        this.at = at;
    }

    /** Returns when GitHub was asked. */
    public Instant at() {
        return at;
    }

    /**
     * Adds an answer, in place of an earlier one for the same part. An answer that says to wait for a rate limit is
     * kept if the new credential gets no better one, because this part can still be collected later.
     */
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

    /** Returns whether a part is not answered yet, or refused for a reason that may not apply to another credential. */
    public boolean isMissing(Part part) {
        Answer<?> answer = answers.get(part);
        return answer == null || isOfTheCredential(answer);
    }

    /** Returns the parts that were asked for. */
    public Set<Part> parts() {
        return answers.keySet();
    }

    int tenant(Part part) {
        return tenants.getOrDefault(part, 0);
    }

    /** Returns the answer for a part, or null if it was not asked for. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable Answer<T> answer(Part part) {
        return (Answer<T>) answers.get(part);
    }

    /** Returns when the rate limit ends that left parts unanswered; empty if there is no such part. */
    public Optional<Instant> limitedUntil() {
        return answers.values().stream()
                .flatMap(answer -> answer instanceof Answer.RateLimited<?> limited
                        ? Optional.of(limited.until()).stream()
                        : Optional.<Instant>empty().stream())
                .max(Instant::compareTo);
    }

    /** Returns whether it may help to try again soon. */
    boolean isRetryUseful() {
        return answers.values().stream().anyMatch(Answer.Unavailable.class::isInstance);
    }

    /** Returns whether neither views nor clones were received, which counts as a failed collection. */
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

    private @Nullable Message lacking(Part part) {
        Refusal<?> refusal = refusal(part);
        if (refusal != null) {
            return refusal.reason();
        }
        return answers.get(part) instanceof Answer.Fresh<?> fresh ? fresh.lacking() : null;
    }

    /** Why something is missing; null when nothing is. Parts that fail for one reason are named together. */
    public @Nullable Message reason() {
        Map<Message, List<Message>> parts = new LinkedHashMap<>();
        for (Part part : answers.keySet()) {
            Message lacking = lacking(part);
            if (lacking != null) {
                parts.computeIfAbsent(lacking, reason -> new ArrayList<>()).add(Message.name(part));
            }
        }
        if (parts.size() == 1 && failed()) {
            return parts.keySet().iterator().next();
        }
        return parts.entrySet().stream()
                .map(entry -> Message.of("reason.part", entry.getValue(), entry.getKey()))
                .reduce((one, next) -> Message.of("reason.and", one, next))
                .orElse(null);
    }
}
