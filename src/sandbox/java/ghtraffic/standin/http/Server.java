package ghtraffic.standin.http;

import java.net.URI;
import java.util.Map;

/**
 * Which of the two that the stand-in plays is called: GitHub itself, or below {@code /api/v3} a GitHub Enterprise Server.
 * That one has the same repositories under other ids, no traffic, and no limits, which are off there unless its operator
 * wants them.
 */
public enum Server {
    GITHUB("", 0),
    ENTERPRISE("/api/v3", 500_000);

    private final String prefix;
    private final long firstId;

    Server(String prefix, long firstId) {
        this.prefix = prefix;
        this.firstId = firstId;
    }

    static Server of(URI uri) {
        return uri.getRawPath().startsWith(ENTERPRISE.prefix + "/") ? ENTERPRISE : GITHUB;
    }

    /** What its paths begin with. */
    public String prefix() {
        return prefix;
    }

    public boolean hasTraffic() {
        return this == GITHUB;
    }

    public boolean hasLimits() {
        return this == GITHUB;
    }

    /** The id that the sample repository with the given id has on this server. */
    public long idOf(long sampleId) {
        return firstId + sampleId;
    }

    /** The sample repository's id, given the id that it has on this server. */
    public long sampleId(long id) {
        return id - firstId;
    }

    /** Where people find it, for a caller who reached it at the given origin. */
    String site(String origin) {
        return this == GITHUB ? "https://github.com" : origin;
    }

    /** The headers that tell it from the other. */
    public Map<String, String> headers() {
        return this == GITHUB ? Map.of() : Map.of("x-github-enterprise-version", "3.14.0");
    }
}
