package ghtraffic.github;

import ghtraffic.github.model.GitHubJson;
import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.model.PathCount;
import ghtraffic.github.model.ReferrerCount;
import ghtraffic.github.model.Release;
import ghtraffic.github.model.StrictJson;
import ghtraffic.github.model.TrafficKind;
import ghtraffic.github.model.TrafficPeriod;
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
    public Answer<GitHubRepository> repository(GitHubRequest access, String owner, String name) {
        return calls.get(access, path(owner, name), body -> GitHubJson.repository(StrictJson.object(body)));
    }

    /** A repository by GitHub's number, whatever it is called now. */
    public Answer<GitHubRepository> repository(GitHubRequest access, long id) {
        return calls.get(access, "/repositories/" + id, body -> GitHubJson.repository(StrictJson.object(body)));
    }

    /** The views or clones of the last 14 days, by day or by week. */
    public Answer<TrafficWindow> traffic(
            GitHubRequest access, String owner, String name, TrafficKind kind, TrafficPeriod period) {
        String path = path(owner, name) + "/traffic/" + kind.path() + "?" + period.parameter();
        return ofTraffic(access, calls.get(access, path, body -> GitHubJson.window(StrictJson.object(body), kind)));
    }

    /** The ten sites that most visitors of the last 14 days came from. */
    public Answer<List<ReferrerCount>> referrers(GitHubRequest access, String owner, String name) {
        return popular(access, owner, name, "referrers", GitHubJson::referrer);
    }

    /** The ten pages that were viewed most in the last 14 days. */
    public Answer<List<PathCount>> paths(GitHubRequest access, String owner, String name) {
        return popular(access, owner, name, "paths", GitHubJson::path);
    }

    private <T> Answer<List<T>> popular(
            GitHubRequest access, String owner, String name, String what, Function<JsonObject, T> item) {
        String path = path(owner, name) + "/traffic/popular/" + what;
        return ofTraffic(access, calls.get(access, path, body -> items(StrictJson.array(body), item)));
    }

    /** What is missing on an Enterprise Server is missing for all of its repositories. */
    private static <T> Answer<T> ofTraffic(GitHubRequest access, Answer<T> answer) {
        return answer instanceof Answer.NotFound<T> && access.host().isEnterpriseServer()
                ? new Answer.Unsupported<>(Message.inEnglish(
                        "said.reason.gitHub.enterprise", access.host().name()))
                : answer;
    }

    /** The published releases, newest first. */
    public Answer<List<Release>> releases(GitHubRequest access, String owner, String name) {
        return calls.list(
                access,
                path(owner, name) + "/releases?per_page=50",
                body -> items(StrictJson.array(body), GitHubJson::release).stream()
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** All repositories that the credential was given, of whatever owner. */
    public Answer<List<GitHubRepository>> accessible(GitHubRequest access) {
        if (access.credential().isOfAnInstallation()) {
            return calls.list(
                    access,
                    INSTALLED,
                    body -> items(
                            StrictJson.object(body).getJsonArray("repositories"),
                            one -> GitHubJson.installed(one, access.credential().readsTraffic())));
        }
        return calls.list(access, MINE, body -> items(StrictJson.array(body), GitHubJson::repository));
    }

    /** Whether GitHub takes a person's token: answers true or a refusal. */
    public Answer<Boolean> accepts(GitHubRequest access) {
        return calls.get(access, "/user/repos?per_page=1", body -> StrictJson.array(body) != null);
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
