package ghtraffic.github;

import ghtraffic.github.GitHubHttp.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to GitHub's rate limits, separately for each credential: the limits that GitHub reports, and a pace in requests
 * per minute.
 */
@ApplicationScoped
public class RateLimits {

    private static final DateTimeFormatter EXPIRATION =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss [z][xx]", Locale.ROOT);
    /** Nobody waits longer for the end of a limit, whatever GitHub says. */
    public static final Duration LONGEST_WAIT = Duration.ofHours(2);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final int MOST_KNOWN = 500;
    private static final String CORE = "core";
    private static final int REFUSED = 400;
    private static final Duration SOON = Duration.ofMinutes(1);

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "GITHUB_REQUESTS_PER_MINUTE", defaultValue = "900")
    private int requestsPerMinute;

    private final Map<Credential, RateLimit> allowances = new ConcurrentHashMap<>();
    private final Map<Credential, Integer> strikes = new ConcurrentHashMap<>();
    private final Map<Credential, RequestPacer> paces = new ConcurrentHashMap<>();

    /**
     * Returns what GitHub last reported about a credential to this server; all values are unknown before its first
     * request.
     */
    public RateLimit of(Credential credential) {
        return allowances.getOrDefault(credential, RateLimit.UNKNOWN);
    }

    /** Returns the time until which no request may be made; empty if one may be made now. */
    Optional<Instant> blockedUntil(GitHubRequest access) {
        return Optional.ofNullable(of(access.credential()).blockedUntil(clock.instant(), access.sparing()));
    }

    /** Waits until a request fits the pace. */
    void awaitTurn(Credential credential) throws InterruptedException {
        paces.computeIfAbsent(credential, one -> new RequestPacer(requestsPerMinute))
                .await();
    }

    /** Stores the rate limit from the headers of an answer. Limits of other resources than the REST API's do not count. */
    void record(Credential credential, Reply reply) {
        HttpHeaders headers = reply.headers();
        if (!headers.firstValue("x-ratelimit-resource").orElse(CORE).equals(CORE)) {
            return;
        }
        RateLimit said = new RateLimit(
                number(headers, "x-ratelimit-limit").map(Long::intValue).orElse(null),
                number(headers, "x-ratelimit-remaining").map(Long::intValue).orElse(null),
                number(headers, "x-ratelimit-reset")
                        .flatMap(RateLimits::instant)
                        .orElse(null),
                expiration(reply),
                null);
        boolean accepted = reply.status() < REFUSED;
        Instant now = clock.instant();
        allowances.merge(credential, said, (before, next) -> newer(accepted ? before.unlessEnded(now) : before, next));
        if (allowances.size() > MOST_KNOWN) {
            forgetTheOld();
        }
    }

    /**
     * Removes limits that are over. Without this the maps would grow, because tokens of GitHub Apps last only an hour.
     */
    private void forgetTheOld() {
        Instant now = clock.instant();
        allowances.values().removeIf(one -> one.isOver(now));
        strikes.keySet().retainAll(allowances.keySet());
        paces.keySet().retainAll(allowances.keySet());
    }

    /**
     * Answers may overtake each other. Of two answers within the same hour, the one with fewer remaining requests is
     * newer.
     */
    private static RateLimit newer(RateLimit before, RateLimit said) {
        if (said.remaining() == null) {
            return before;
        }
        boolean older = before.remaining() != null
                && before.resets() != null
                && before.resets().equals(said.resets())
                && before.remaining() < said.remaining();
        return new RateLimit(
                said.limit(),
                older ? before.remaining() : said.remaining(),
                said.resets(),
                said.expires() == null ? before.expires() : said.expires(),
                before.pausedUntil());
    }

    /** Blocks all requests of a credential until this time. */
    void pause(Credential credential, Instant until) {
        allowances.merge(credential, RateLimit.UNKNOWN.paused(until), (before, paused) -> before.paused(until));
    }

    /**
     * Returns how long to wait if GitHub gives no time: one minute, then twice as long each time, up to about an hour.
     */
    Duration defaultWait(Credential credential) {
        int strike = strikes.merge(credential, 1, Integer::sum);
        return FIRST_WAIT.multipliedBy(1L << Math.min(strike - 1, MOST_DOUBLINGS));
    }

    void succeeded(Credential credential) {
        strikes.remove(credential);
    }

    private static Optional<Long> number(HttpHeaders headers, String name) {
        try {
            return headers.firstValue(name).map(String::strip).map(Long::parseLong);
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

    /** GitHub names the time of the answer as the end of some tokens that go on working. Such an end is ignored. */
    private @Nullable Instant expiration(Reply reply) {
        try {
            return reply.headers()
                    .firstValue("github-authentication-token-expiration")
                    .map(text -> EXPIRATION.parse(text.strip(), Instant::from))
                    .filter(end -> reply.status() >= REFUSED || !isTimeOfAnswer(end, reply))
                    .orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private boolean isTimeOfAnswer(Instant end, Reply reply) {
        return !end.isAfter(clock.instant().plus(SOON))
                || reply.headers()
                        .firstValue("date")
                        .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from))
                        .filter(sent -> Duration.between(sent, end).abs().compareTo(SOON) <= 0)
                        .isPresent();
    }
}
