package ghtraffic.standin;

import ghtraffic.standin.access.Caller;
import ghtraffic.standin.access.GitHubApp;
import ghtraffic.standin.access.Limits;
import ghtraffic.standin.http.Answer;
import java.time.Duration;
import java.time.Instant;

/** Creates the answers with which GitHub refuses a request, in GitHub's words. */
final class RefusalAnswers {

    private static final String LIMITS = "/using-the-rest-api/rate-limits-for-the-rest-api";

    private RefusalAnswers() {}

    static Answer badCredentials() {
        return Answer.problem(401, "Bad credentials", "");
    }

    static Answer authenticationRequired(String documentation) {
        return Answer.problem(401, "Requires authentication", documentation);
    }

    static Answer trafficForbidden(Caller caller) {
        return switch (caller) {
            case EXPIRING -> notForToken(GitHubApi.TRAFFIC_DOCUMENTATION);
            case INSTALLATION -> notForIntegration(GitHubApi.TRAFFIC_DOCUMENTATION);
            case ANYONE, DEVELOPER, READER -> pushAccessMissing();
        };
    }

    static Answer pushAccessMissing() {
        return Answer.problem(403, "Must have push access to repository", GitHubApi.TRAFFIC_DOCUMENTATION);
    }

    static Answer notForToken(String documentation) {
        return Answer.problem(403, "Resource not accessible by personal access token", documentation);
    }

    static Answer notForIntegration(String documentation) {
        return Answer.problem(403, "Resource not accessible by integration", documentation);
    }

    static Answer noUserAgent() {
        return Answer.html(403, "Request forbidden by administrative rules: the User-Agent header is missing");
    }

    static Answer limitReached(Caller caller) {
        String whose = switch (caller) {
            case ANYONE ->
                "127.0.0.1. (But here's the good news: Authenticated requests get a higher rate limit."
                        + " Check out the documentation for more details.)";
            case INSTALLATION -> "installation ID " + GitHubApp.INSTALLATION + ".";
            case DEVELOPER, READER, EXPIRING -> "user ID " + caller.user().id() + ".";
        };
        return Answer.problem(403, "API rate limit exceeded for " + whose, LIMITS);
    }

    static Answer limitReached(Caller caller, int limit, Instant reset) {
        return limitReached(caller).withAll(Limits.Usage.exhausted(limit, reset.getEpochSecond()));
    }

    static Answer secondaryLimit(Duration wait) {
        return secondaryLimit(429).with("retry-after", Long.toString(wait.toSeconds()));
    }

    /** Creates the refusal of a secondary rate limit that gives no time to wait. */
    static Answer secondaryLimit(int status) {
        String message = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
        return Answer.problem(status, message, LIMITS + "#about-secondary-rate-limits");
    }
}
