package ghtraffic.github;

import ghtraffic.github.GitHubHttp.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The version of GitHub's API that the application asks for, and what GitHub says of its end. */
@ApplicationScoped
public class ApiVersion {

    static final String ASKED_FOR = "2022-11-28";

    private static final int MOST = 10;
    private static final int LONGEST = 100;

    private final Set<String> notices = new ConcurrentSkipListSet<>();

    /** Takes the headers {@code Deprecation} (RFC 9745) and {@code Sunset} (RFC 8594). Each notice is logged once. */
    void read(Reply reply) {
        String notice = Stream.of("Deprecation", "Sunset")
                .flatMap(name -> reply.headers().firstValue(name).stream().map(value -> name + ": " + cut(value)))
                .collect(Collectors.joining(", "));
        if (!notice.isEmpty() && notices.size() < MOST && notices.add(notice)) {
            System.getLogger(ApiVersion.class.getName())
                    .log(
                            Level.WARNING,
                            "GitHub announces the end of what was asked for with version {0} of its API: {1}. Look for a newer"
                                    + " version of this application",
                            ASKED_FOR,
                            notice);
        }
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    /** Returns the headers in which GitHub announced an end since this server started; empty if there was none. */
    public Set<String> notices() {
        return Set.copyOf(notices);
    }
}
