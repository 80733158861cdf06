package ghtraffic.standin.access;

import ghtraffic.standin.data.Owner;
import ghtraffic.standin.data.Repository;
import ghtraffic.standin.data.SampleCatalog;
import ghtraffic.standin.http.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who asks: a known token, or nobody in particular. */
public enum Caller {
    ANYONE(""),
    /** A classic token of a developer who can push everywhere. */
    DEVELOPER("sandbox-token"),
    /** A classic token of somebody who can read what is public. */
    READER("sandbox-readonly"),
    /** A fine-grained token of the developer, near its end. */
    EXPIRING("sandbox-expiring"),
    /** A token of the sample app's installation in the organization; {@link GitHubApp} knows which are valid. */
    INSTALLATION("");

    private static final Pattern TOKEN = Pattern.compile("(?:bearer|token)\\s+(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Duration LEFT = Duration.ofDays(5);
    private static final DateTimeFormatter EXPIRATION = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String token;

    Caller(String token) {
        this.token = token;
    }

    /** The caller behind the call; empty if it carries a token that is unknown or expired. */
    public static Optional<Caller> of(Call call, GitHubApp app) {
        if (call.header("authorization").orElse("").isBlank()) {
            return Optional.of(ANYONE);
        }
        if (app.isCalledBy(call)) {
            return Optional.of(INSTALLATION);
        }
        Optional<String> token = token(call);
        return Stream.of(DEVELOPER, READER, EXPIRING)
                .filter(caller -> token.equals(Optional.of(caller.token)))
                .findFirst();
    }

    /** The token that the call carries, known or not. */
    static Optional<String> token(Call call) {
        Matcher token = TOKEN.matcher(call.header("authorization").orElse("").strip());
        return token.matches() ? Optional.of(token.group(1)) : Optional.empty();
    }

    public Owner user() {
        return isDeveloper() ? SampleCatalog.OCTO_DEV : SampleCatalog.OCTO_READER;
    }

    public boolean sees(Repository repository) {
        return this == INSTALLATION
                ? repository.owner().equals(SampleCatalog.ACME)
                : isDeveloper() || !repository.is(Repository.Trait.PRIVATE);
    }

    public boolean pushesTo(Repository repository) {
        boolean trusted = isDeveloper() || this == INSTALLATION;
        return trusted && sees(repository) && !repository.is(Repository.Trait.TRAFFIC_FORBIDDEN);
    }

    public Map<String, String> headers(Instant now) {
        return this == EXPIRING
                ? Map.of("github-authentication-token-expiration", EXPIRATION.format(now.plus(LEFT)))
                : Map.of();
    }

    private boolean isDeveloper() {
        return this == DEVELOPER || this == EXPIRING;
    }
}
