package ghtraffic.github;

import ghtraffic.github.GitHubHttp.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Asks GitHub's REST API. Every method answers within {@code GITHUB_TIMEOUT_SECONDS}. */
@ApplicationScoped
public class GitHubClient {

    private static final Logger LOG = System.getLogger(GitHubClient.class.getName());

    @Inject
    private GitHubHttp http;

    @Inject
    private Clock clock;

    /** A repository by owner and name; a renamed one is found under its old name. */
    public Answer<GitHubRepository> repository(Credential credential, String owner, String name) {
        return ask(credential, "/repos/" + encode(owner) + "/" + encode(name), GitHubClient::repository);
    }

    /** A repository by GitHub's number, whatever it is called now. */
    public Answer<GitHubRepository> repository(Credential credential, long id) {
        return ask(credential, "/repositories/" + id, GitHubClient::repository);
    }

    /** The views of the last 14 days, by day. */
    public Answer<TrafficWindow> views(Credential credential, GitHubRepository repository) {
        return traffic(credential, repository, "views");
    }

    /** The clones of the last 14 days, by day. */
    public Answer<TrafficWindow> clones(Credential credential, GitHubRepository repository) {
        return traffic(credential, repository, "clones");
    }

    private Answer<TrafficWindow> traffic(Credential credential, GitHubRepository repository, String what) {
        String path = "/repos/" + encode(repository.owner()) + "/" + encode(repository.name()) + "/traffic/" + what;
        return ask(credential, path + "?per=day", json -> window(json, what));
    }

    private <T> Answer<T> ask(Credential credential, String path, Function<JsonObject, T> read) {
        if (!credential.isSendable()) {
            return new Answer.BadToken<>("The stored token holds characters that no token has: enter it again");
        }
        Reply reply;
        try {
            reply = http.get(credential, path);
        } catch (TimeoutException e) {
            return new Answer.Unavailable<>("GitHub did not answer within " + http.timeoutSeconds() + " seconds");
        } catch (IOException e) {
            return new Answer.Unavailable<>("GitHub cannot be reached: " + reason(e));
        }
        if (reply.status() != 200) {
            return Refusals.of(reply, clock);
        }
        try {
            return new Answer.Fresh<>(read.apply(Json.object(reply.body())));
        } catch (RuntimeException e) {
            // Of a wrong type, missing, no time, no whole number; or too deep or too long for the parser.
            LOG.log(Level.WARNING, "GitHub answered " + path + " with what cannot be read", e);
            return new Answer.Unavailable<>("GitHub answered something that is not what its documentation describes");
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private static GitHubRepository repository(JsonObject json) {
        JsonObject owner = json.getJsonObject("owner");
        return new GitHubRepository(
                json.getJsonNumber("id").longValueExact(),
                owner.getString("login"),
                owner.getString("type"),
                json.getString("name"),
                Instant.parse(json.getString("created_at")));
    }

    private static TrafficWindow window(JsonObject json, String what) {
        List<DailyCount> days = json.getJsonArray(what).getValuesAs(JsonObject.class).stream()
                .map(GitHubClient::day)
                .sorted(Comparator.comparing(DailyCount::day))
                .toList();
        return new TrafficWindow(count(json, "count"), count(json, "uniques"), days);
    }

    private static DailyCount day(JsonObject json) {
        return new DailyCount(
                Instant.parse(json.getString("timestamp"))
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate(),
                count(json, "count"),
                count(json, "uniques"));
    }

    private static int count(JsonObject json, String name) {
        int count = json.getJsonNumber(name).intValueExact();
        if (count < 0) {
            throw new ArithmeticException("A count below zero");
        }
        return count;
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
