package ghtraffic.github;

import ghtraffic.github.GitHubHttp.Reply;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads why GitHub did not give what was asked, from status, headers and message. */
final class Refusals {

    private static final Duration LONGEST_WAIT = Duration.ofHours(2);

    private Refusals() {}

    /**
     * Why there is no value in this reply.
     *
     * @param untoldWait how long to wait at a limit whose end GitHub does not tell
     */
    static <T> Answer<T> of(Reply reply, Clock clock, Supplier<Duration> untoldWait) {
        String message = message(reply);
        if (isOverLimit(reply, message)) {
            return limited(limitEnd(reply, clock.instant(), untoldWait));
        }
        return switch (reply.status()) {
            case 401 ->
                new Answer.BadToken<>("GitHub does not accept the token (" + message
                        + "): it is wrong, revoked or expired. Enter a new one");
            case 403 -> new Answer.NotPermitted<>("GitHub refuses: %s. %s".formatted(message, remedy(reply)));
            case 404, 410, 451 ->
                new Answer.NotFound<>("GitHub knows no such repository, or the token cannot see it (" + message
                        + "). Check its name and what the token may read");
            default ->
                new Answer.Unavailable<>("GitHub answered with status %d (%s)".formatted(reply.status(), message));
        };
    }

    static <T> Answer<T> limited(Instant until) {
        return new Answer.RateLimited<>("GitHub's rate limit is used up until " + until, until);
    }

    private static boolean isOverLimit(Reply reply, String message) {
        return reply.status() == 429
                || (reply.status() == 403
                        && (header(reply, "retry-after").isPresent()
                                || header(reply, "x-ratelimit-remaining").equals(Optional.of("0"))
                                || message.toLowerCase(Locale.ROOT).contains("rate limit")));
    }

    /** {@code retry-after} first, then {@code x-ratelimit-reset} of what is used up, then a wait of our own, as GitHub asks. */
    private static Instant limitEnd(Reply reply, Instant now, Supplier<Duration> untoldWait) {
        Instant latest = now.plus(LONGEST_WAIT);
        Optional<Instant> told = header(reply, "retry-after")
                .flatMap(Refusals::number)
                .filter(seconds -> seconds >= 0)
                .map(seconds -> now.plusSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds())))
                .or(() -> header(reply, "x-ratelimit-reset")
                        .filter(reset -> header(reply, "x-ratelimit-remaining").equals(Optional.of("0")))
                        .flatMap(Refusals::number)
                        .flatMap(Refusals::instant)
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

    private static String remedy(Reply reply) {
        return header(reply, "x-accepted-github-permissions")
                .map(permissions -> "The token needs the repository permission " + permissions)
                .orElse("Traffic needs the repository permission administration=read, or for a classic token the scope"
                        + " repo and push access");
    }

    private static String message(Reply reply) {
        try {
            JsonObject json = Json.object(reply.body());
            return json.getString("message", "no message");
        } catch (RuntimeException e) {
            return "no message that can be read";
        }
    }
}
