package ghtraffic.standin.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

/** Counts the requests of each caller in the current hour of the clock. */
public final class Limits {

    private static final int WITHOUT_A_TOKEN = 60;

    private final Map<Caller, Usage> usages = new EnumMap<>(Caller.class);
    private volatile int withToken = 5_000;

    public void setHourly(int requests) {
        withToken = requests;
    }

    public int hourly(Caller caller) {
        return caller == Caller.ANYONE ? WITHOUT_A_TOKEN : withToken;
    }

    public synchronized Usage of(Caller caller, Instant now) {
        return spend(caller, now, 0);
    }

    /** Counts one request; returns false if none is left. */
    public synchronized boolean take(Caller caller, Instant now) {
        boolean left = !of(caller, now).isExhausted();
        if (left) {
            spend(caller, now, 1);
        }
        return left;
    }

    /** Gives one counted request back. */
    public synchronized void giveBack(Caller caller, Instant now) {
        spend(caller, now, -1);
    }

    private Usage spend(Caller caller, Instant now, int requests) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        Usage before = usages.get(caller);
        int used = before != null && before.hour.equals(hour) ? before.used : 0;
        Usage after = new Usage(hourly(caller), hour, used + requests);
        usages.put(caller, after);
        return after;
    }

    /** The requests of one caller in the hour that began at this time. */
    public record Usage(int limit, Instant hour, int used) {

        boolean isExhausted() {
            return used >= limit;
        }

        public Map<String, String> headers() {
            return headers(limit, remaining(), used, reset());
        }

        /**
         * Returns the headers of a limit without remaining requests.
         *
         * @param reset the end of the hour, in seconds since 1970
         */
        public static Map<String, String> exhausted(int limit, long reset) {
            return headers(limit, 0, limit, reset);
        }

        public Map<String, Object> json() {
            Map<String, Object> core = json(limit, remaining(), used);
            Map<String, Object> search = json(30, 30, 0);
            Map<String, Object> graphql = json(5_000, 5_000, 0);
            return Map.of("resources", Map.of("core", core, "search", search, "graphql", graphql), "rate", core);
        }

        private int remaining() {
            return Math.max(0, limit - used);
        }

        private Map<String, Object> json(int limit, int remaining, int used) {
            return Map.of("limit", limit, "remaining", remaining, "reset", reset(), "used", used);
        }

        private long reset() {
            return hour.plus(1, ChronoUnit.HOURS).getEpochSecond();
        }

        private static Map<String, String> headers(int limit, int remaining, int used, long reset) {
            return Map.of(
                    "x-ratelimit-limit", Integer.toString(limit),
                    "x-ratelimit-remaining", Integer.toString(remaining),
                    "x-ratelimit-used", Integer.toString(used),
                    "x-ratelimit-reset", Long.toString(reset),
                    "x-ratelimit-resource", "core");
        }
    }
}
