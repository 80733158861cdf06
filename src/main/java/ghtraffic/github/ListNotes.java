package ghtraffic.github;

import ghtraffic.github.GitHubHttp.Reply;
import ghtraffic.github.model.ItemReader;
import ghtraffic.messages.Message;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list lacks: items that cannot be read, and those of organizations that want the token authorized. */
final class ListNotes {

    private static final Pattern ORGANIZATIONS =
            Pattern.compile("^\\s*partial-results\\s*;\\s*organizations=([\\d,\\s]+)");

    private final ItemReader items = new ItemReader();
    private final Set<String> organizations = new HashSet<>();

    ItemReader items() {
        return items;
    }

    /** Takes what the headers of a page say. */
    void add(Reply reply) {
        Matcher partial =
                ORGANIZATIONS.matcher(reply.headers().firstValue("x-github-sso").orElse(""));
        if (partial.find()) {
            Arrays.stream(partial.group(1).split(","))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .forEach(organizations::add);
        }
    }

    /** Returns the list with what it lacks. One that lacks something has no ETag, so that it is asked for again. */
    <T> Answer.Fresh<List<T>> fresh(List<T> list, @Nullable String etag) {
        Message lacking = Stream.of(
                        organizations.isEmpty()
                                ? Stream.<Message>empty()
                                : Stream.of(Message.of("lacking.organizations", organizations.size())),
                        items.leftOut() == 0
                                ? Stream.<Message>empty()
                                : Stream.of(Message.of("lacking.items", items.leftOut(), items.items())))
                .flatMap(notes -> notes)
                .reduce((one, next) -> Message.of("reason.and", one, next))
                .orElse(null);
        return new Answer.Fresh<>(list, lacking == null ? etag : null, lacking);
    }
}
