package ghtraffic.standin;

import ghtraffic.standin.access.Caller;
import ghtraffic.standin.data.Popular;
import ghtraffic.standin.data.Release;
import ghtraffic.standin.data.Repository;
import ghtraffic.standin.data.SampleCatalog;
import ghtraffic.standin.data.SampleCatalog.Target;
import ghtraffic.standin.data.Traffic;
import ghtraffic.standin.data.TrafficKind;
import ghtraffic.standin.http.Answer;
import ghtraffic.standin.http.Call;
import ghtraffic.standin.http.Json;
import ghtraffic.standin.http.Pages;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers the calls of GitHub's REST API that the application uses, from the sample data. */
final class GitHubApi {

    static final String TRAFFIC_DOCUMENTATION = "/metrics/traffic#get-page-views";

    /** The header with the permissions that a fine-grained token or an app needs. */
    static final String PERMISSIONS = "x-accepted-github-permissions";

    private GitHubApi() {}

    static Answer answer(Call call, Caller caller) {
        if (!call.method().equals("GET") || call.path().isEmpty()) {
            return Answer.notFound();
        }
        List<String> path = call.path();
        return switch (path.get(0)) {
            case "repos", "repositories" ->
                SampleCatalog.target(call)
                        .filter(target -> caller.sees(target.repository()))
                        .map(target -> ofRepository(target, call, caller))
                        .orElseGet(Answer::notFound);
            case "user" -> ofUser(call, caller);
            case "installation" -> ofInstallation(call, caller);
            case "orgs", "users" ->
                path.size() == 3 && path.get(2).equals("repos")
                        ? ownedBy(path.get(1), call, caller)
                        : Answer.notFound();
            default -> Answer.notFound();
        };
    }

    private static Answer ofUser(Call call, Caller caller) {
        String rest = String.join("/", call.path());
        String documentation = "/users/users#get-the-authenticated-user";
        if (caller == Caller.ANYONE) {
            return RefusalAnswers.authenticationRequired(documentation);
        }
        if (caller == Caller.INSTALLATION) {
            return RefusalAnswers.notForIntegration(documentation);
        }
        return switch (rest) {
            case "user" ->
                Answer.json(UserJson.of(caller.user(), call)).with(PERMISSIONS, "allows_permissionless_access=true");
            case "user/repos" -> listing(repository -> true, call, caller);
            default -> Answer.notFound();
        };
    }

    private static Answer ofInstallation(Call call, Caller caller) {
        if (!call.path().equals(List.of("installation", "repositories"))) {
            return Answer.notFound();
        }
        String documentation = "/apps/installations#list-repositories-accessible-to-the-app-installation";
        return switch (caller) {
            case ANYONE -> RefusalAnswers.authenticationRequired(documentation);
            case EXPIRING -> RefusalAnswers.notForToken(documentation);
            case DEVELOPER, READER ->
                Answer.problem(
                        403,
                        "You must authenticate with an installation access token in order to list repositories for an"
                                + " installation.",
                        documentation);
            case INSTALLATION -> installed(call, caller);
        };
    }

    private static Answer installed(Call call, Caller caller) {
        List<Repository> all = SampleCatalog.repositories().stream()
                .filter(caller::sees)
                .map(found -> found.on(call.server()))
                .toList();
        return Pages.answer(
                        all,
                        call,
                        repository -> RepositoryJson.listed(repository, call, caller),
                        shown -> Answer.json(Json.object(
                                "total_count", all.size(), "repository_selection", "all", "repositories", shown)))
                .with(PERMISSIONS, "metadata=read");
    }

    private static Answer ownedBy(String login, Call call, Caller caller) {
        boolean organizationsOnly = call.path().get(0).equals("orgs");
        return SampleCatalog.owner(login)
                .filter(owner -> owner.isOrganization() || !organizationsOnly)
                .map(owner -> listing(repository -> repository.owner().equals(owner), call, caller))
                .orElseGet(Answer::notFound);
    }

    private static Answer listing(Predicate<Repository> wanted, Call call, Caller caller) {
        Stream<Repository> visible =
                SampleCatalog.repositories().stream().filter(wanted).filter(caller::sees);
        return Pages.answer(
                        visible.map(found -> found.on(call.server())).toList(),
                        call,
                        repository -> RepositoryJson.listed(repository, call, caller))
                .with(PERMISSIONS, "metadata=read");
    }

    private static Answer ofRepository(Target target, Call call, Caller caller) {
        Repository repository = target.repository();
        boolean traffic = target.rest().startsWith("/traffic/");
        if (traffic && !call.server().hasTraffic()) {
            return Answer.notFound();
        }
        if (target.formerName()) {
            String query = call.uri().getRawQuery();
            return Answer.moved(call.base() + target.pathById() + (query == null ? "" : "?" + query));
        }
        if (traffic) {
            return ofTraffic(target, call, caller).with(PERMISSIONS, "administration=read");
        }
        return switch (target.rest()) {
            case "" ->
                Answer.json(RepositoryJson.full(repository, call, caller)).with(PERMISSIONS, "metadata=read");
            case "/releases" ->
                Pages.answer(Release.published(repository, call.now()), call, release -> release.json(call))
                        .with(PERMISSIONS, "contents=read");
            default -> Answer.notFound();
        };
    }

    private static Answer ofTraffic(Target target, Call call, Caller caller) {
        if (caller == Caller.ANYONE) {
            return RefusalAnswers.authenticationRequired(TRAFFIC_DOCUMENTATION);
        }
        if (!caller.pushesTo(target.repository())) {
            return RefusalAnswers.trafficForbidden(caller);
        }
        Repository repository = target.repository();
        return switch (target.rest()) {
            case "/traffic/views" -> counts(repository, TrafficKind.VIEWS, call);
            case "/traffic/clones" -> counts(repository, TrafficKind.CLONES, call);
            case "/traffic/popular/referrers" -> Answer.json(Popular.referrers(repository, call.now()));
            case "/traffic/popular/paths" -> Answer.json(Popular.paths(repository, call.now()));
            default -> Answer.notFound();
        };
    }

    private static Answer counts(Repository repository, TrafficKind kind, Call call) {
        Map<String, @Nullable Object> json;
        switch (call.parameter("per", "day")) {
            case "day" -> json = Traffic.perDay(repository, kind, call.now());
            case "week" -> json = Traffic.perWeek(repository, kind, call.now());
            default -> {
                return Answer.problem(422, "Validation Failed: per must be day or week", TRAFFIC_DOCUMENTATION);
            }
        }
        return Answer.json(json);
    }
}
