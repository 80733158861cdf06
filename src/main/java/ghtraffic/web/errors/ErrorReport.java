package ghtraffic.web.errors;

import ghtraffic.database.SqlFailure;
import ghtraffic.messages.Message;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An error in words for users: what happened, whether anything was lost, and what to do.
 *
 * @param status the HTTP status
 * @param title a few words
 * @param what what happened
 * @param remedy what to do; null if nothing helps
 * @param reference the text by which to find the error in the server's log; empty if nothing was logged
 */
public record ErrorReport(
        int status, Message title, Message what, @Nullable Message remedy, String reference) {

    private static final Set<String> UNAVAILABLE =
            Set.of(ErrorKey.NO_PROVIDER, ErrorKey.UNTRUSTED_PROVIDER, ErrorKey.MANY_SIGN_INS);

    private static final String TELL_THE_OPERATOR = "error.tellOperator";

    static ErrorReport of(int status, @Nullable String message, @Nullable Throwable failure, String reference) {
        if (failure != null && SqlFailure.isLocked(failure)) {
            return told(503, "error.busy", TELL_THE_OPERATOR, reference);
        }
        if (failure != null && SqlFailure.isUnreachable(failure)) {
            return told(503, "error.database", TELL_THE_OPERATOR, reference);
        }
        if (ErrorKey.UNTRUSTED_PROVIDER.equals(message)) {
            return withRemedy(503, ErrorKey.UNTRUSTED_PROVIDER, reference);
        }
        if (message != null && UNAVAILABLE.contains(message)) {
            return told(503, message, TELL_THE_OPERATOR, reference);
        }
        return switch (status) {
            case 401 -> unauthorized(message == null ? "" : message, reference);
            case 403 -> forbidden(message == null ? "" : message, reference);
            case 404, 405 -> withRemedy(status, "error.notFound", reference);
            case 413 -> withRemedy(status, "error.tooLarge", reference);
            case 429 -> withRemedy(status, "error.tooMany", reference);
            default ->
                status < 500
                        ? withRemedy(status, "error.request", reference)
                        : withRemedy(status, "error.server", reference);
        };
    }

    private static ErrorReport unauthorized(String message, String reference) {
        if (message.startsWith(ErrorKey.WEB_TOKEN)) {
            return new ErrorReport(
                    401, Message.of(ErrorKey.BAD_TOKEN), Message.of(message), Message.of("error.webToken"), reference);
        }
        return message.equals(ErrorKey.BAD_TOKEN)
                ? withRemedy(401, ErrorKey.BAD_TOKEN, reference)
                : withRemedy(401, "error.signIn", reference);
    }

    private static ErrorReport forbidden(String message, String reference) {
        return switch (message) {
            case ErrorKey.UNVERIFIED, ErrorKey.NOT_TRUSTED, ErrorKey.DISABLED, ErrorKey.WITHOUT_EMAIL ->
                told(403, message, null, reference);
            default -> withRemedy(403, "error.forbidden", reference);
        };
    }

    private static ErrorReport withRemedy(int status, String key, String reference) {
        return told(status, key, key + ".remedy", reference);
    }

    private static ErrorReport told(int status, String key, @Nullable String remedy, String reference) {
        return new ErrorReport(
                status,
                Message.of(key),
                Message.of(key + ".what"),
                remedy == null ? null : Message.of(remedy),
                reference);
    }

    /** Returns whether an error with this message is expected, so that it does not belong in the log each time. */
    static boolean isExpected(@Nullable String message) {
        return message != null && UNAVAILABLE.contains(message);
    }

    /** Returns the report without its title, in English. */
    String english() {
        return what.english() + (remedy == null ? "" : " " + remedy.english());
    }

    /** Returns whether the same request may succeed a little later. */
    public boolean isPassing() {
        return status == 503 && !title.key().equals(ErrorKey.UNTRUSTED_PROVIDER);
    }

    /** Returns whether the user has no access at all, so that no other page helps either. */
    public boolean isShutOut() {
        return status == 403 && remedy == null;
    }
}
