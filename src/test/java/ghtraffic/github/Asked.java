package ghtraffic.github;

import java.lang.reflect.Field;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Makes the client as the container would, with a clock that stands still and a second for each call. */
final class Asked {

    static final Instant NOW = Instant.parse("2026-01-31T10:20:00Z");

    private Asked() {}

    static GitHubClient at(URI base) {
        return at(base, 1);
    }

    static GitHubClient at(URI base, int timeoutSeconds) {
        GitHubHttp http = new GitHubHttp();
        set(http, "base", base);
        set(http, "timeoutSeconds", timeoutSeconds);
        GitHubClient client = new GitHubClient();
        set(client, "http", http);
        set(client, "clock", Clock.fixed(NOW, ZoneOffset.UTC));
        return client;
    }

    private static void set(Object object, String name, Object value) {
        try {
            Field field = object.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(object, value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The injected field " + name + " is gone", e);
        }
    }
}
