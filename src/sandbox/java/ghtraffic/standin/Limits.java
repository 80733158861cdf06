package ghtraffic.standin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

/** How many requests each caller has made in the current hour of the clock. */
final class Limits {

    private final Map<Caller, Usage> usages = new EnumMap<>(Caller.class);

    synchronized Usage of(Caller caller, Instant now) {
        return spend(caller, now, 0);
    }

    synchronized Usage spend(Caller caller, Instant now, int requests) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        Usage before = usages.get(caller);
        int used = before != null && before.hour.equals(hour) ? before.used : 0;
        Usage after = new Usage(caller.hourlyLimit(), hour, Math.min(used + requests, caller.hourlyLimit()));
        usages.put(caller, after);
        return after;
    }

    /** What one caller has used of its limit in the hour that began at the given time. */
    record Usage(int limit, Instant hour, int used) {

        boolean isExhausted() {
            return used >= limit;
        }

        Map<String, String> headers() {
            return headers(limit, limit - used, used, reset());
        }

        /** The headers of a limit that is used up until the given time. */
        static Map<String, String> exhausted(int limit, long reset) {
            return headers(limit, 0, limit, reset);
        }

        Map<String, Object> json() {
            Map<String, Object> core = json(limit, used);
            return Map.of(
                    "resources", Map.of("core", core, "search", json(30, 0), "graphql", json(5_000, 0)), "rate", core);
        }

        private Map<String, Object> json(int limit, int used) {
            return Map.of("limit", limit, "remaining", limit - used, "reset", reset(), "used", used);
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
