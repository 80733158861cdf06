package ghtraffic.github;

import ghtraffic.github.GitHubHttp.Reply;
import ghtraffic.github.model.StrictJson;
import ghtraffic.messages.Message;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says why GitHub refuses with status 403 or 451, and what helps. GitHub tells most reasons only in its message; the wordings here are
 * those of its documentation and of what people report.
 */
final class ForbiddenReader {

    private static final String REASON = "said.reason.gitHub.";
    private static final Pattern PERMISSION = Pattern.compile("\\b([a-z_]+)=([a-z]+)");
    private static final Pattern SSO_ADDRESS = Pattern.compile("^\\s*required\\s*;\\s*url=(\\S+)");
    private static final int LEGAL_REASONS = 451;

    /** A part of GitHub's message in lower case, and the text that names the remedy. */
    private record Wording(Pattern message, String key) {}

    private static final List<Wording> WORDINGS = List.of(
            wording("ip allow list", "ipAllowList"),
            wording("access token \\(classic\\)", "noClassicTokens"),
            wording("fine-grained personal access tokens?\\b.*lifetime", "tokenLastsTooLong"),
            wording("forbids access via a fine-grained", "noFineGrainedTokens"),
            wording("installation.*suspended", "suspendedInstallation"),
            wording("account.*(suspended|blocked)", "suspendedAccount"),
            wording("archived", "archived"),
            wording("disabled", "disabled"),
            wording("saml|sso", "sso"));

    private static final Pattern LACKS_PERMISSION =
            Pattern.compile("not accessible by|must have (push|admin|write)|permission", Pattern.CASE_INSENSITIVE);

    private ForbiddenReader() {}

    private static Wording wording(String message, String key) {
        return new Wording(Pattern.compile(message), key);
    }

    /**
     * Returns the reason.
     *
     * @param message GitHub's message
     */
    static Message reason(GitHubRequest access, Reply reply, Object message) {
        Optional<Message> known = blocked(reply, message).or(() -> singleSignOn(access, reply, message));
        if (known.isPresent()) {
            return known.get();
        }
        String said = message.toString().toLowerCase(Locale.ROOT);
        return WORDINGS.stream()
                .filter(one -> one.message().matcher(said).find())
                .findFirst()
                .map(one -> Message.of(REASON + one.key(), message))
                .orElseGet(() -> permission(access, reply, message));
    }

    private static Optional<Message> blocked(Reply reply, Object message) {
        JsonObject block = block(reply);
        if (block == null) {
            return reply.status() == LEGAL_REASONS || message.toString().contains("access blocked")
                    ? Optional.of(Message.of(REASON + "blocked", message))
                    : Optional.empty();
        }
        Object why = block.getString("reason", "");
        Object since = since(block);
        Optional<URI> page = address(block.getString("html_url", "")).filter(ForbiddenReader::isWeb);
        return Optional.of(
                page.isPresent()
                        ? Message.of(REASON + "blockedAt", why, since, page.get())
                        : Message.of(REASON + "blockedSince", why, since));
    }

    private static @Nullable JsonObject block(Reply reply) {
        try {
            return StrictJson.object(reply.body()).get("block") instanceof JsonObject block ? block : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static Object since(JsonObject block) {
        String time = block.getString("created_at", "");
        try {
            return Instant.parse(time);
        } catch (DateTimeException e) {
            return time.isEmpty() ? "?" : time;
        }
    }

    /** The address is shown only if it is one of the GitHub server, because users give it their password. */
    private static Optional<Message> singleSignOn(GitHubRequest access, Reply reply, Object message) {
        return reply.headers()
                .firstValue("x-github-sso")
                .map(SSO_ADDRESS::matcher)
                .filter(Matcher::find)
                .map(found -> address(found.group(1))
                        .filter(ForbiddenReader::isWeb)
                        .filter(page -> page.getAuthority()
                                .equalsIgnoreCase(access.host().authority()))
                        .map(page -> Message.of(REASON + "ssoAt", page))
                        .orElseGet(() -> Message.of(REASON + "sso", message)));
    }

    private static boolean isWeb(URI address) {
        return "https".equalsIgnoreCase(address.getScheme()) && address.getAuthority() != null;
    }

    private static Optional<URI> address(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Message permission(GitHubRequest access, Reply reply, Object message) {
        boolean lacking = LACKS_PERMISSION.matcher(message.toString()).find();
        if (lacking
                && access.credential().isOfAnInstallation()
                && access.credential().isEntered()) {
            return Message.of(REASON + "actionsToken", message);
        }
        Optional<String> needed = reply.headers().firstValue("x-accepted-github-permissions");
        if (needed.isPresent()) {
            return Message.of(REASON + "refusesPermission", message, written(needed.get()));
        }
        return Message.of(REASON + (lacking ? "refuses" : "refusesOnly"), message);
    }

    /** Turns {@code administration=read} into "Administration: read", as GitHub's pages write it. */
    private static String written(String permissions) {
        return PERMISSION
                .matcher(permissions)
                .replaceAll(one -> one.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
                        + one.group(1).substring(1).replace('_', ' ') + ": " + one.group(2));
    }
}
