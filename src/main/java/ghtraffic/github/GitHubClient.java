package ghtraffic.github;

import ghtraffic.github.model.Answers;
import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.model.Json;
import ghtraffic.github.model.PathCount;
import ghtraffic.github.model.Period;
import ghtraffic.github.model.ReferrerCount;
import ghtraffic.github.model.Release;
import ghtraffic.github.model.TrafficKind;
import ghtraffic.github.model.TrafficWindow;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Asks GitHub's REST API. Every single exchange answers within {@code GITHUB_TIMEOUT_SECONDS}; a call waits before that as
 * long as GitHub's pace asks for.
 */
@ApplicationScoped
public class GitHubClient {

    private static final String MINE = "/user/repos?per_page=100&affiliation=owner,collaborator,organization_member";
    private static final String INSTALLED = "/installation/repositories?per_page=100";

    @Inject
    private GitHubCalls calls;

    /** A repository by owner and name; a renamed one is found under its old name. */
    public Answer<GitHubRepository> repository(Access access, String owner, String name) {
        return calls.get(access, path(owner, name), body -> Answers.repository(Json.object(body)));
    }

    /** A repository by GitHub's number, whatever it is called now. */
    public Answer<GitHubRepository> repository(Access access, long id) {
        return calls.get(access, "/repositories/" + id, body -> Answers.repository(Json.object(body)));
    }

    /** The views or clones of the last 14 days, by day or by week. */
    public Answer<TrafficWindow> traffic(Access access, String owner, String name, TrafficKind kind, Period period) {
        String path = path(owner, name) + "/traffic/" + kind.path() + "?" + period.parameter();
        return ofTraffic(access, calls.get(access, path, body -> Answers.window(Json.object(body), kind)));
    }

    /** The ten sites that most visitors of the last 14 days came from. */
    public Answer<List<ReferrerCount>> referrers(Access access, String owner, String name) {
        return popular(access, owner, name, "referrers", Answers::referrer);
    }

    /** The ten pages that were viewed most in the last 14 days. */
    public Answer<List<PathCount>> paths(Access access, String owner, String name) {
        return popular(access, owner, name, "paths", Answers::path);
    }

    private <T> Answer<List<T>> popular(
            Access access, String owner, String name, String what, Function<JsonObject, T> item) {
        String path = path(owner, name) + "/traffic/popular/" + what;
        return ofTraffic(access, calls.get(access, path, body -> items(Json.array(body), item)));
    }

    /** What is missing on an Enterprise Server is missing for all of its repositories. */
    private static <T> Answer<T> ofTraffic(Access access, Answer<T> answer) {
        return answer instanceof Answer.NotFound<T> && access.host().isEnterpriseServer()
                ? new Answer.Unsupported<>(Message.inEnglish(
                        "said.reason.gitHub.enterprise", access.host().name()))
                : answer;
    }

    /** The published releases, newest first. */
    public Answer<List<Release>> releases(Access access, String owner, String name) {
        return calls.list(
                access,
                path(owner, name) + "/releases?per_page=50",
                body -> items(Json.array(body), Answers::release).stream()
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** All repositories that the credential was given, of whatever owner. */
    public Answer<List<GitHubRepository>> accessible(Access access) {
        if (access.credential().isOfAnInstallation()) {
            return calls.list(
                    access,
                    INSTALLED,
                    body -> items(
                            Json.object(body).getJsonArray("repositories"),
                            one -> Answers.installed(one, access.credential().readsTraffic())));
        }
        return calls.list(access, MINE, body -> items(Json.array(body), Answers::repository));
    }

    /** Whether GitHub takes a person's token: answers true or a refusal. */
    public Answer<Boolean> accepts(Access access) {
        return calls.get(access, "/user/repos?per_page=1", body -> Json.array(body) != null);
    }

    /** How many requests this server made since it started. */
    public long requests() {
        return calls.requests();
    }

    private static <T> List<T> items(JsonArray array, Function<JsonObject, T> item) {
        return array.getValuesAs(JsonObject.class).stream().map(item).toList();
    }

    private static String path(String owner, String name) {
        return "/repos/" + encode(owner) + "/" + encode(name);
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
