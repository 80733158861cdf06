package ghtraffic.standin;

import ghtraffic.standin.access.Caller;
import ghtraffic.standin.data.Activity;
import ghtraffic.standin.data.NodeId;
import ghtraffic.standin.data.Repository;
import ghtraffic.standin.data.Repository.Trait;
import ghtraffic.standin.http.Call;
import ghtraffic.standin.http.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes a repository in GitHub's JSON. */
final class RepositoryJson {

    private static final String[] LINKS = {
        "archive",
        "assignees",
        "blobs",
        "branches",
        "collaborators",
        "comments",
        "commits",
        "compare",
        "contents",
        "contributors",
        "deployments",
        "downloads",
        "events",
        "forks",
        "git_commits",
        "git_refs",
        "git_tags",
        "hooks",
        "issue_comment",
        "issue_events",
        "issues",
        "keys",
        "labels",
        "languages",
        "merges",
        "milestones",
        "notifications",
        "pulls",
        "releases",
        "stargazers",
        "statuses",
        "subscribers",
        "subscription",
        "tags",
        "teams",
        "trees"
    };
    private static final Instant MUSEUM_CLOSED = Instant.parse("2021-06-30T16:20:00Z");

    private RepositoryJson() {}

    /** Returns the entry of a list, from which GitHub leaves out the subscribers. */
    static Map<String, @Nullable Object> listed(Repository repository, Call call, Caller caller) {
        String url = call.base() + "/repos/" + repository.fullName();
        boolean hidden = repository.is(Trait.PRIVATE);
        Map<String, @Nullable Object> json = Json.object(
                "id", repository.id(),
                "node_id", NodeId.of("R", repository.id()),
                "name", repository.name(),
                "full_name", repository.fullName(),
                "owner", repository.owner().json(call),
                "private", hidden,
                "visibility", hidden ? "private" : "public",
                "description", repository.description(),
                "fork", repository.is(Trait.FORK),
                "archived", repository.is(Trait.ARCHIVED),
                "disabled", false,
                "is_template", false,
                "url", url);
        for (String link : LINKS) {
            json.put(link + "_url", url + "/" + link);
        }
        json.putAll(addresses(repository, call));
        json.putAll(numbers(repository, call.now()));
        json.putAll(Json.object(
                "language", repository.activity() == Activity.QUIET ? null : "Java",
                "topics", List.of("sandbox", repository.owner().login()),
                "default_branch", "main",
                "homepage", null,
                "mirror_url", null,
                "license", null,
                "has_issues", true,
                "has_projects", false,
                "has_wiki", false,
                "has_pages", false,
                "has_downloads", true,
                "has_discussions", false,
                "allow_forking", true,
                "web_commit_signoff_required", false));
        if (caller != Caller.ANYONE) {
            boolean pushes = caller.pushesTo(repository);
            json.put(
                    "permissions",
                    Json.object("admin", pushes, "maintain", pushes, "push", pushes, "triage", pushes, "pull", true));
        }
        return json;
    }

    /** Returns the answer to a call for one repository. */
    static Map<String, @Nullable Object> full(Repository repository, Call call, Caller caller) {
        Map<String, @Nullable Object> json = listed(repository, call, caller);
        json.put("network_count", json.get("forks_count"));
        json.put("subscribers_count", stars(repository, call.now()) / 20 + repository.id() % 5);
        return json;
    }

    private static Map<String, @Nullable Object> addresses(Repository repository, Call call) {
        String page = call.site() + "/" + repository.fullName();
        String host = URI.create(call.site()).getAuthority();
        return Json.object(
                "html_url", page,
                "svn_url", page,
                "clone_url", page + ".git",
                "git_url", "git://" + host + "/" + repository.fullName() + ".git",
                "ssh_url", "git@" + host + ":" + repository.fullName() + ".git");
    }

    private static Map<String, @Nullable Object> numbers(Repository repository, Instant now) {
        long stars = stars(repository, now);
        long forks = stars / 12;
        long issues = repository.is(Trait.ARCHIVED) ? 0 : stars / 50 + repository.id() % 3;
        String pushed = pushed(repository, now).toString();
        // GitHub reports the stars as "watchers" too; the real watchers are called subscribers.
        return Json.object(
                "stargazers_count", stars,
                "watchers_count", stars,
                "watchers", stars,
                "forks_count", forks,
                "forks", forks,
                "open_issues_count", issues,
                "open_issues", issues,
                "size", 1_024,
                "created_at", repository.created().toString(),
                "pushed_at", pushed,
                "updated_at", pushed);
    }

    private static long stars(Repository repository, Instant now) {
        long days = Math.max(0, Duration.between(repository.created(), now).toDays());
        return repository.id() % 7 + (long) (days * repository.activity().starsPerDay());
    }

    private static Instant pushed(Repository repository, Instant now) {
        if (repository.is(Trait.ARCHIVED)) {
            return MUSEUM_CLOSED;
        }
        long daysAgo = 1 + repository.id() % 9;
        Instant pushed =
                now.truncatedTo(ChronoUnit.DAYS).minus(daysAgo, ChronoUnit.DAYS).plus(15, ChronoUnit.HOURS);
        return pushed.isBefore(repository.created()) ? repository.created() : pushed;
    }
}
