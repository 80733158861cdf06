package ghtraffic.standin;

import ghtraffic.standin.data.Owner;
import ghtraffic.standin.data.SampleCatalog;
import ghtraffic.standin.http.Call;
import ghtraffic.standin.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes the authenticated user in GitHub's JSON. */
final class UserJson {

    private static final String SINCE = "2018-01-01T00:00:00Z";
    private static final String[] UNKNOWN = {"name", "company", "blog", "location", "email", "hireable", "bio"};

    private UserJson() {}

    static Map<String, @Nullable Object> of(Owner user, Call call) {
        long repositories = SampleCatalog.repositories().stream()
                .filter(repository -> repository.owner().equals(user))
                .count();
        Map<String, @Nullable Object> json = user.json(call);
        for (String field : UNKNOWN) {
            json.put(field, null);
        }
        json.putAll(Json.object(
                "public_repos",
                repositories,
                "public_gists",
                0,
                "followers",
                3,
                "following",
                2,
                "created_at",
                SINCE,
                "updated_at",
                SINCE));
        return json;
    }
}
