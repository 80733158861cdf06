package ghtraffic.standin.data;

import ghtraffic.standin.http.Call;
import ghtraffic.standin.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user or an organization. */
public record Owner(String login, long id, String type) {

    private static final String[] LINKS = {
        "followers",
        "following",
        "gists",
        "starred",
        "subscriptions",
        "organizations",
        "repos",
        "events",
        "received_events"
    };

    static Owner user(String login, long id) {
        return new Owner(login, id, "User");
    }

    static Owner organization(String login, long id) {
        return new Owner(login, id, "Organization");
    }

    public boolean isOrganization() {
        return type.equals("Organization");
    }

    public Map<String, @Nullable Object> json(Call call) {
        Map<String, @Nullable Object> json = Json.object(
                "login",
                login,
                "id",
                id,
                "node_id",
                NodeId.of(isOrganization() ? "O" : "U", id),
                "avatar_url",
                "https://avatars.githubusercontent.com/u/" + id + "?v=4",
                "gravatar_id",
                "",
                "url",
                call.base() + "/users/" + login,
                "html_url",
                call.site() + "/" + login,
                "type",
                type,
                "user_view_type",
                "public",
                "site_admin",
                false);
        for (String link : LINKS) {
            json.put(link + "_url", call.base() + "/users/" + login + "/" + link);
        }
        return json;
    }
}
