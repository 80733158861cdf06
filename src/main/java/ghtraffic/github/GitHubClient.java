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
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Calls GitHub's REST API. Each exchange takes at most {@code GITHUB_TIMEOUT_SECONDS}; before it, a call may wait to
 * keep to the pace of {@code GITHUB_REQUESTS_PER_MINUTE}.
 */
@ApplicationScoped
public class GitHubClient {

    private static final String MINE = "/user/repos?affiliation=owner,collaborator,organization_member&";
    private static final String INSTALLED = "/installation/repositories?";

    private static final int REPOSITORIES = 100;
    private static final int RELEASES = 50;

    @Inject
    private GitHubCalls calls;

    @Inject
    private GitHubLists lists;

    /** Gets a repository by owner and name. GitHub also finds a renamed repository by its old name. */
    public Answer<GitHubRepository> repository(GitHubRequest access, String owner, String name) {
        return calls.get(access, path(owner, name), body -> GitHubJson.repository(StrictJson.object(body)));
    }

    /** Gets a repository by GitHub's id, which stays when the repository is renamed or transferred. */
    public Answer<GitHubRepository> repository(GitHubRequest access, long id) {
        return calls.get(access, "/repositories/" + id, body -> GitHubJson.repository(StrictJson.object(body)));
    }

    /** Gets the views or clones of the last 14 days, by day or by week. */
    public Answer<TrafficWindow> traffic(
            GitHubRequest access, String owner, String name, TrafficKind kind, TrafficPeriod period) {
        String path = path(owner, name) + "/traffic/" + kind.path() + "?" + period.parameter();
        return ofTraffic(access, calls.get(access, path, body -> GitHubJson.window(StrictJson.object(body), kind)));
    }

    /** Gets the ten referrers with the most views in the last 14 days. */
    public Answer<List<ReferrerCount>> referrers(GitHubRequest access, String owner, String name) {
        return popular(access, owner, name, "referrers", GitHubJson::referrer);
    }

    /** Gets the ten pages with the most views in the last 14 days. */
    public Answer<List<PathCount>> paths(GitHubRequest access, String owner, String name) {
        return popular(access, owner, name, "paths", GitHubJson::path);
    }

    private <T> Answer<List<T>> popular(
            GitHubRequest access, String owner, String name, String what, Function<JsonObject, T> item) {
        String path = path(owner, name) + "/traffic/popular/" + what;
        return ofTraffic(access, lists.single(access, path, (body, items) -> items.read(StrictJson.array(body), item)));
    }

    /** Traffic that an Enterprise Server does not find is missing for all of its repositories. */
    private static <T> Answer<T> ofTraffic(GitHubRequest access, Answer<T> answer) {
        return answer instanceof Answer.NotFound<T> && access.host().isEnterpriseServer()
                ? new Answer.Unsupported<>(Message.of(
                        "said.reason.gitHub.enterprise", access.host().name()))
                : answer;
    }

    /** Gets the published releases, newest first. */
    public Answer<List<Release>> releases(GitHubRequest access, String owner, String name) {
        return lists.all(
                access,
                path(owner, name) + "/releases?",
                RELEASES,
                (body, items) -> items.read(StrictJson.array(body), one -> GitHubJson.release(one, items)));
    }

    /** Gets all repositories that the credential can access, of all owners. */
    public Answer<List<GitHubRepository>> accessible(GitHubRequest access) {
        if (access.credential().isOfAnInstallation()) {
            return lists.all(
                    access,
                    INSTALLED,
                    REPOSITORIES,
                    (body, items) -> items.read(
                            StrictJson.object(body).getJsonArray("repositories"),
                            one -> GitHubJson.installed(one, access.credential().readsTraffic())));
        }
        return lists.all(
                access,
                MINE,
                REPOSITORIES,
                (body, items) -> items.read(StrictJson.array(body), GitHubJson::repository));
    }

    /** Checks a user's token: returns true, or GitHub's refusal. */
    public Answer<Boolean> checkToken(GitHubRequest access) {
        return calls.get(access, "/user/repos?per_page=1", body -> StrictJson.array(body) != null);
    }

    /** Returns the number of requests since the server started. */
    public long requests() {
        return calls.requests();
    }

    private static String path(String owner, String name) {
        return "/repos/" + encode(owner) + "/" + encode(name);
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
