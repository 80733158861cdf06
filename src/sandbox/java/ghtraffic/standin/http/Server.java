package ghtraffic.standin.http;

import java.net.URI;
import java.util.Map;

/**
 * The server that a call is for: GitHub itself or, below {@code /api/v3}, a GitHub Enterprise Server. The latter has
 * the same repositories under other ids, no traffic, and no rate limits, which are off there by default.
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

    /** Returns the beginning of the server's paths. */
    public String prefix() {
        return prefix;
    }

    public boolean hasTraffic() {
        return this == GITHUB;
    }

    public boolean hasLimits() {
        return this == GITHUB;
    }

    /** Returns the id of a sample repository on this server. */
    public long idOf(long sampleId) {
        return firstId + sampleId;
    }

    /** Returns the id of a repository in the sample data, from its id on this server. */
    public long sampleId(long id) {
        return id - firstId;
    }

    /** Returns the base address of web pages, for a caller who used this origin. */
    String site(String origin) {
        return this == GITHUB ? "https://github.com" : origin;
    }

    /** Returns the headers that identify the server. */
    public Map<String, String> headers() {
        return this == GITHUB ? Map.of() : Map.of("x-github-enterprise-version", "3.14.0");
    }
}
