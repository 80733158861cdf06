package ghtraffic.limits;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often an address may fail. Each address has its own count of each kind, on this server and in memory; those that failed
 * longest ago are forgotten first when there are too many. Only failures count, except of sign-ins, whose outcome the
 * provider knows.
 */
@ApplicationScoped
public class AttemptLimiter {

    /** What may fail. */
    public enum Kind {
        /** A sign-in has three steps: here, to the provider and back. */
        SIGN_IN("sign-in", 180),
        SET_UP_CODE("wrong set-up code", 30),
        EVENT_TOKEN("wrong event token", 30),
        BEARER_TOKEN("refused bearer token", 30);

        private final String words;
        private final int perMinute;

        Kind(String words, int perMinute) {
            this.words = words;
            this.perMinute = perMinute;
        }
    }

    private record Who(Kind kind, String network) {}

    static final int MOST_KNOWN = 20_000;

    private final TimeMeter time;

    private final Map<Who, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Who, Bucket> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    /** By the machine's time, which no clock that is put right or set back holds up. */
    public AttemptLimiter() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    AttemptLimiter(TimeMeter time) {
        this.time = time;
    }

    /** How long the address has to wait, in whole seconds; empty when it may try now. */
    public Optional<Duration> pause(Kind kind, ClientAddress address) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.get(new Who(kind, address.network()));
        }
        if (bucket == null) {
            return Optional.empty();
        }
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .plusSeconds(1)
                        .truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Counts a failure, and writes it to the log.
     *
     * @param detail what else the log says of it; no secret
     */
    public void failed(Kind kind, ClientAddress address, String detail) {
        SecurityLog.write(kind.words, address.text(), detail);
        count(kind, address);
    }

    /** Counts without a word in the log, unless the address has to wait from now on. */
    public void count(Kind kind, ClientAddress address) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(new Who(kind, address.network()), who -> bucket(kind));
        }
        bucket.tryConsume(1);
        if (bucket.getAvailableTokens() == 0) {
            SecurityLog.write("rate limited", address.text(), kind.words);
        }
    }

    /** Forgets all failures. */
    public void clear() {
        synchronized (buckets) {
            buckets.clear();
        }
    }

    private Bucket bucket(Kind kind) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(kind.perMinute)
                        .refillGreedy(kind.perMinute, Duration.ofMinutes(1))
                        .build())
                .withCustomTimePrecision(time)
                .build();
    }
}
