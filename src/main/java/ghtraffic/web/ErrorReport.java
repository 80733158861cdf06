package ghtraffic.web;

import ghtraffic.database.SqlStates;
import org.jspecify.annotations.Nullable;

/**
 * An error in words for people: what happened, whether anything was lost, what to do.
 *
 * @param status the HTTP status
 * @param title a few words
 * @param what what happened
 * @param remedy what to do
 * @param reference what finds it in the server's log; empty where there is nothing to find
 */
public record ErrorReport(int status, String title, String what, String remedy, String reference) {

    static ErrorReport of(int status, @Nullable String message, @Nullable Throwable failure, String reference) {
        if (failure != null && SqlStates.isLocked(failure)) {
            return new ErrorReport(
                    503,
                    "The database is busy",
                    "Somebody else was changing the same thing. Nothing was lost and nothing was changed.",
                    "Try again in a moment. If it stays so, tell the operator of this server.",
                    reference);
        }
        if (failure != null && SqlStates.isUnreachable(failure)) {
            return new ErrorReport(
                    503,
                    "The database cannot be reached",
                    "The page could not be made. Nothing was lost and nothing was changed.",
                    "Try again in a moment. If it stays so, tell the operator of this server.",
                    reference);
        }
        if (SignInServlet.NO_PROVIDER.equals(message)) {
            return new ErrorReport(
                    503,
                    "The identity provider does not answer",
                    "Nobody can sign in at the moment. Nothing is lost, and collections go on.",
                    "Try again in a moment. If it stays so, tell the operator of this server.",
                    reference);
        }
        return switch (status) {
            case 401 ->
                CallerIdentity.BAD_TOKEN.equals(message)
                        ? new ErrorReport(401, "Unauthorized", message + ".", "Make another one.", reference)
                        : new ErrorReport(
                                401,
                                "Signing in did not work",
                                "The identity provider could not be reached, or did not let you in. Nothing was lost.",
                                "Try again. If it stays so, tell the operator of this server.",
                                reference);
            case 403 -> forbidden(message == null ? "" : message, reference);
            case 404, 405 ->
                new ErrorReport(
                        status,
                        "There is nothing here",
                        "The page does not exist, or you may not see it.",
                        "Look at the overview for what there is.",
                        reference);
            case 413 ->
                new ErrorReport(
                        413,
                        "This is too large",
                        "A file may not be larger than 20 MB. Nothing was changed.",
                        "Send it in parts.",
                        reference);
            case 429 ->
                new ErrorReport(
                        429,
                        "Too many attempts",
                        "Too many attempts came from your address in a short time. Nothing was changed.",
                        "Wait a minute, then try again.",
                        reference);
            default ->
                status < 500
                        ? new ErrorReport(
                                status,
                                "The request cannot be read",
                                "The request was wrong. Nothing was changed.",
                                "",
                                reference)
                        : new ErrorReport(
                                status,
                                "Something failed here",
                                "The page could not be made. What was collected is safe.",
                                "Try again. If it stays so, tell the operator of this server the reference.",
                                reference);
        };
    }

    private static ErrorReport forbidden(String message, String reference) {
        if (message.equals(CallerIdentity.UNVERIFIED)) {
            return new ErrorReport(403, "Your e-mail address is not verified", message, "", reference);
        }
        if (message.equals(CallerIdentity.DISABLED)) {
            return new ErrorReport(403, "You may not come in", message, "", reference);
        }
        if (message.equals(CallerIdentity.WITHOUT_EMAIL)) {
            return new ErrorReport(403, "Your e-mail address is not known", message, "", reference);
        }
        return new ErrorReport(
                403,
                "This is not for you",
                "You are not allowed to do this. Nothing was changed.",
                "If you think you should be, ask an administrator.",
                reference);
    }

    /** For the page. */
    public String getTitle() {
        return title;
    }

    /** For the page. */
    public String getWhat() {
        return what;
    }

    /** For the page. */
    public String getRemedy() {
        return remedy;
    }

    /** For the page. */
    public String getReference() {
        return reference;
    }
}
