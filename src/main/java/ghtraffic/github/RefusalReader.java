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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Turns a response without a value into a refusal, by its status, headers and message. */
final class RefusalReader {

    private static final Duration LONGEST_WAIT = Duration.ofHours(2);
    private static final Pattern PERMISSION = Pattern.compile("\\b([a-z_]+)=([a-z]+)");

    private RefusalReader() {}

    /**
     * Returns the refusal that a response stands for.
     *
     * @param untoldWait how long to wait at a rate limit if GitHub does not report its end
     */
    static <T> Answer<T> of(Reply reply, Clock clock, Supplier<Duration> untoldWait) {
        Object message = message(reply);
        if (isOverLimit(reply, message)) {
            return limited(limitEnd(reply, clock.instant(), untoldWait));
        }
        return switch (reply.status()) {
            case 401 -> new Answer.BadToken<>(Message.of("said.reason.gitHub.badToken", message));
            case 403 -> new Answer.NotPermitted<>(notPermitted(reply, message));
            case 404, 410, 451 -> new Answer.NotFound<>(Message.of("said.reason.gitHub.notFound", message));
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
                                || message.toString().toLowerCase(Locale.ROOT).contains("rate limit")));
    }

    /**
     * Returns the end of the limit, in the order that GitHub asks for: {@code retry-after}, then
     * {@code x-ratelimit-reset} if no request remains, else our own wait. It is at most two hours away.
     */
    private static Instant limitEnd(Reply reply, Instant now, Supplier<Duration> untoldWait) {
        Instant latest = now.plus(LONGEST_WAIT);
        Optional<Instant> told = header(reply, "retry-after")
                .flatMap(RefusalReader::number)
                .filter(seconds -> seconds >= 0)
                .map(seconds -> now.plusSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds())))
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

    private static Message notPermitted(Reply reply, Object message) {
        return header(reply, "x-accepted-github-permissions")
                .map(RefusalReader::written)
                .map(permissions -> Message.of("said.reason.gitHub.refusesPermission", message, permissions))
                .orElseGet(() -> Message.of("said.reason.gitHub.refuses", message));
    }

    /** Turns {@code administration=read} into "Administration: read", as GitHub's pages write it. */
    private static String written(String permissions) {
        return PERMISSION
                .matcher(permissions)
                .replaceAll(one -> one.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
                        + one.group(1).substring(1).replace('_', ' ') + ": " + one.group(2));
    }

    /** GitHub's own text, or a message that there is none. */
    private static Object message(Reply reply) {
        try {
            JsonObject json = StrictJson.object(reply.body());
            return json.get("message") instanceof JsonString told
                    ? told.getString()
                    : Message.of("said.reason.gitHub.noMessage");
        } catch (RuntimeException e) {
            return Message.of("said.reason.gitHub.unreadableMessage");
        }
    }
}
