package ghtraffic.github;

import ghtraffic.github.GitHubHttp.Reply;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads why GitHub did not give what was asked, from status, headers and message. */
final class Refusals {

    private static final Duration UNTOLD_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);

    private Refusals() {}

    static <T> Answer<T> of(Reply reply, Clock clock) {
        Optional<Instant> until = limitEnd(reply, clock);
        if (until.isPresent()) {
            return new Answer.RateLimited<>("GitHub's rate limit is used up until " + until.get(), until.get());
        }
        String message = message(reply);
        return switch (reply.status()) {
            case 401 ->
                new Answer.BadToken<>(
                        "GitHub does not accept the token (%s): it is wrong, revoked or expired".formatted(message));
            case 403 -> new Answer.NotPermitted<>("GitHub refuses: %s. %s".formatted(message, remedy(reply)));
            case 404, 410, 451 ->
                new Answer.NotFound<>(
                        "GitHub knows no such repository, or the token cannot see it (%s)".formatted(message));
            default ->
                new Answer.Unavailable<>("GitHub answered with status %d (%s)".formatted(reply.status(), message));
        };
    }

    /** {@code retry-after} first, then {@code x-ratelimit-reset}, then a minute, as GitHub asks. */
    private static Optional<Instant> limitEnd(Reply reply, Clock clock) {
        boolean overLimit = reply.status() == 429
                || (reply.status() == 403
                        && (header(reply, "retry-after").isPresent()
                                || header(reply, "x-ratelimit-remaining").equals(Optional.of("0"))));
        if (!overLimit) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant until = header(reply, "retry-after")
                .flatMap(Refusals::number)
                .filter(seconds -> seconds >= 0)
                .map(seconds -> now.plusSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds())))
                .or(() -> header(reply, "x-ratelimit-reset")
                        .flatMap(Refusals::number)
                        .flatMap(Refusals::instant))
                .orElse(now.plus(UNTOLD_WAIT));
        Instant latest = now.plus(LONGEST_WAIT);
        return Optional.of(until.isAfter(latest) ? latest : until.isBefore(now) ? now.plus(UNTOLD_WAIT) : until);
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
