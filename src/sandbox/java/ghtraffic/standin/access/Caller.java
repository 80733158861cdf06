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

/** The caller: a known token, or nobody in particular. */
public enum Caller {
    ANYONE(""),
    /** A classic token of a developer who can push to all repositories. */
    DEVELOPER("sandbox-token"),
    /** A classic token of a user who can read public repositories only. */
    READER("sandbox-readonly"),
    /** A fine-grained token of the developer that expires in five days. */
    EXPIRING("sandbox-expiring"),
    /** A token of the sample app's installation in the organization. {@link GitHubApp} knows which ones are valid. */
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

    /** Returns the caller; empty if the call has an unknown or expired token. */
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

    /** Returns the token of the call, known or not. */
    static Optional<String> token(Call call) {
        Matcher token = TOKEN.matcher(call.header("authorization").orElse("").strip());
        return token.matches() ? Optional.of(token.group(1)) : Optional.empty();
    }

    /** Returns the user who owns the token. Not meaningful for an installation or without a token. */
    public Owner user() {
        return isDeveloper() ? SampleCatalog.OCTO_DEV : SampleCatalog.OCTO_READER;
    }

    /** Returns whether the caller can see the repository. */
    public boolean sees(Repository repository) {
        return this == INSTALLATION
                ? repository.owner().equals(SampleCatalog.ACME)
                : isDeveloper() || !repository.is(Repository.Trait.PRIVATE);
    }

    /** Returns whether the caller can push to the repository and so read its traffic. */
    public boolean pushesTo(Repository repository) {
        boolean trusted = isDeveloper() || this == INSTALLATION;
        return trusted && sees(repository) && !repository.is(Repository.Trait.TRAFFIC_FORBIDDEN);
    }

    /** Returns the headers that describe the token. */
    public Map<String, String> headers(Instant now) {
        return this == EXPIRING
                ? Map.of("github-authentication-token-expiration", EXPIRATION.format(now.plus(LEFT)))
                : Map.of();
    }

    private boolean isDeveloper() {
        return this == DEVELOPER || this == EXPIRING;
    }
}
