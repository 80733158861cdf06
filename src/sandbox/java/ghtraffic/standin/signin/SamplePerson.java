package ghtraffic.standin.signin;

import ghtraffic.standin.http.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People who can sign in. */
enum SamplePerson {
    ADA(1_001, "ada-admin", email("admin@example.com", true, true), email("ada@example.org", false, true)),
    VERA(1_002, "vera-viewer", email("viewer@example.com", true, true)),
    /** Claims the address of somebody else, and has not shown that it is theirs. */
    MALLORY(1_234, "mallory", email("admin@example.com", true, false), email("mallory@example.org", false, true));

    private final long id;
    private final String login;
    private final List<Map<String, @Nullable Object>> emails;

    @SafeVarargs
    @SuppressWarnings("varargs")
    SamplePerson(long id, String login, Map<String, @Nullable Object>... emails) {
        this.id = id;
        this.login = login;
        this.emails = List.of(emails);
    }

    private static Map<String, @Nullable Object> email(String address, boolean primary, boolean verified) {
        return Json.object(
                "email", address, "primary", primary, "verified", verified, "visibility", primary ? "private" : null);
    }

    /** Returns the name of the account. */
    String login() {
        return login;
    }

    Map<String, @Nullable Object> user() {
        return Json.object("login", login, "id", id, "type", "User", "email", null);
    }

    List<Map<String, @Nullable Object>> emails() {
        return emails;
    }
}
