package ghtraffic.github;

import ghtraffic.github.GitHubHttp.Reply;
import ghtraffic.github.model.StrictJson;
import ghtraffic.messages.Message;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Turns a response without a value into a refusal, by its status, headers and message. */
final class RefusalReader {

    private static final Pattern OVER_LIMIT = Pattern.compile("rate limit|abuse detection", Pattern.CASE_INSENSITIVE);
    private static final Pattern FULL_STOP = Pattern.compile("[.\\s]+$");

    private RefusalReader() {}

    /**
     * Returns the refusal that a response stands for.
     *
     * @param untoldWait how long to wait at a rate limit if GitHub does not report its end
     */
    static <T> Answer<T> of(GitHubRequest access, Reply reply, Clock clock, Supplier<Duration> untoldWait) {
        Object message = message(reply);
        if (isOverLimit(reply, message)) {
            return limited(limitEnd(reply, clock.instant(), untoldWait));
        }
        return switch (reply.status()) {
            case 401 -> new Answer.BadToken<>(Message.of("said.reason.gitHub.badToken", message));
            case 403, 451 -> new Answer.NotPermitted<>(ForbiddenReader.reason(access, reply, message));
            case 404, 410 -> new Answer.NotFound<>(Message.of("said.reason.gitHub.notFound", message));
            default -> new Answer.Unavailable<>(Message.of("said.reason.gitHub.status", reply.status(), message));
        };
    }

    static <T> Answer<T> limited(Instant until) {
        return new Answer.RateLimited<>(Message.of("said.reason.gitHub.limit", until), until);
    }

    private static boolean isOverLimit(Reply reply, Object message) {
        return reply.status() == 429
                || (reply.status() == 403
                        && (header(reply, "retry-after").isPresent()
                                || header(reply, "x-ratelimit-remaining").equals(Optional.of("0"))
                                || OVER_LIMIT.matcher(message.toString()).find()));
    }

    /**
     * Returns the end of the limit, in the order that GitHub asks for: {@code retry-after}, then
     * {@code x-ratelimit-reset} if no request remains, else our own wait. It is at most two hours away.
     */
    private static Instant limitEnd(Reply reply, Instant now, Supplier<Duration> untoldWait) {
        Instant latest = now.plus(RateLimits.LONGEST_WAIT);
        Optional<Instant> told = header(reply, "retry-after")
                .flatMap(RefusalReader::number)
                .filter(seconds -> seconds >= 0)
                .map(seconds -> now.plusSeconds(Math.min(seconds, RateLimits.LONGEST_WAIT.toSeconds())))
                .or(() -> header(reply, "x-ratelimit-reset")
                        .filter(reset -> header(reply, "x-ratelimit-remaining").equals(Optional.of("0")))
                        .flatMap(RefusalReader::number)
                        .flatMap(RefusalReader::instant)
                        .filter(reset -> !reset.isBefore(now)));
        Instant until = told.orElseGet(() -> now.plus(untoldWait.get()));
        return until.isAfter(latest) ? latest : until;
    }

    private static Optional<String> header(Reply reply, String name) {
        return reply.headers().firstValue(name);
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(long epochSecond) {
        try {
            return Optional.of(Instant.ofEpochSecond(epochSecond));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns GitHub's own text without its last full stop, or a message that GitHub sent no text. */
    private static Object message(Reply reply) {
        try {
            JsonObject json = StrictJson.object(reply.body());
            return json.get("message") instanceof JsonString told
                    ? FULL_STOP.matcher(told.getString()).replaceFirst("")
                    : Message.of("said.reason.gitHub.noMessage");
        } catch (RuntimeException e) {
            return Message.of("said.reason.gitHub.unreadableMessage");
        }
    }
}
