package ghtraffic.github;

import ghtraffic.github.GitHubHttp.Reply;
import ghtraffic.messages.Message;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The result of one request. It holds a reply to read, or an answer that says why there is no reply.
 *
 * @param tooLarge whether GitHub may answer when it is asked for less
 */
record CallResult(
        @Nullable URI address,
        @Nullable Reply reply,
        @Nullable Answer<?> otherwise,
        boolean tooLarge) {

    private static final Logger LOG = System.getLogger(CallResult.class.getName());
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");

    static CallResult of(URI address, Reply reply) {
        return new CallResult(address, reply, null, false);
    }

    static CallResult failed(Answer<?> otherwise) {
        return new CallResult(null, null, otherwise, false);
    }

    static CallResult tooLarge(Answer<?> otherwise) {
        return new CallResult(null, null, otherwise, true);
    }

    <T> Answer<T> read(Function<Reply, Answer<T>> reader) {
        if (reply == null) {
            return otherwise instanceof Answer.Unchanged<?>
                    ? new Answer.Unchanged<>()
                    : Objects.requireNonNull(otherwise).refusal();
        }
        try {
            return reader.apply(reply);
        } catch (RuntimeException e) {
            // A value is missing, has the wrong type, or is no time or whole number; or the JSON is too deep or too
            // long for the parser.
            LOG.log(Level.WARNING, "GitHub answered " + address + " with what cannot be read", e);
            return new Answer.Unavailable<>(Message.of("said.reason.gitHub.odd"));
        }
    }

    /**
     * Returns the address of the next page; empty if this is the last one.
     *
     * @throws IOException if the address leads to another server
     */
    Optional<URI> next() throws IOException {
        String link = String.join(",", Objects.requireNonNull(reply).headers().allValues("link"));
        Matcher matcher = NEXT.matcher(link);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            URI own = Objects.requireNonNull(address);
            URI next = own.resolve(matcher.group(1));
            GitHubHttp.requireSameServer(own, next);
            return Optional.of(next);
        } catch (IllegalArgumentException e) {
            throw new GitHubHttp.RefusedAnswerException("said.reason.gitHub.noLink");
        }
    }
}
