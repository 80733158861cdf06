package ghtraffic.standin.access;

import ghtraffic.standin.http.Answer;
import ghtraffic.standin.http.Call;
import ghtraffic.standin.http.Json;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sample GitHub App and the tokens of its only installation, each valid for one hour. */
public final class GitHubApp {

    static final String ID = "4242";
    static final String CLIENT_ID = "Iv1.sandbox";
    public static final String INSTALLATION = "77";

    private static final Duration VALIDITY = Duration.ofHours(1);
    /** Makes a token of 520 characters, the longest that GitHub issues. */
    private static final int TOKEN_BYTES = 387;

    private final SecureRandom random = new SecureRandom();
    private final AppKey key = new AppKey();
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    /** Returns whether the call requests an installation token. */
    public static boolean isAskedForToken(Call call) {
        List<String> path = call.path();
        return call.method().equals("POST")
                && path.size() == 4
                && path.get(0).equals("app")
                && path.get(1).equals("installations")
                && path.get(3).equals("access_tokens");
    }

    /** Answers a request for an installation token. */
    public Answer token(Call call) {
        Optional<String> complaint = new AppAssertion(call, key.publicKey()).complaint();
        if (complaint.isPresent()) {
            return Answer.problem(401, complaint.get(), "");
        }
        if (!call.path().get(2).equals(INSTALLATION)) {
            return Answer.notFound();
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = "ghs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiry = call.now().truncatedTo(ChronoUnit.SECONDS).plus(VALIDITY);
        expiries.put(token, expiry);
        return Answer.json(
                201,
                Json.object(
                        "token",
                        token,
                        "expires_at",
                        expiry.toString(),
                        "permissions",
                        Json.object("administration", "read", "contents", "read", "metadata", "read"),
                        "repository_selection",
                        "all"));
    }

    /** Returns whether the call has a valid token of the installation. */
    boolean isCalledBy(Call call) {
        return Caller.token(call)
                .map(expiries::get)
                .filter(expiry -> call.now().isBefore(expiry))
                .isPresent();
    }

    public String privateKey() {
        return key.privateKey();
    }
}
