package ghtraffic.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 describes it.
 *
 * @param type always {@code about:blank}: the status says what kind it is
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong and what to do
 * @param violations the fields that are wrong, null where the error is about none
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<Violation> violations) {

    /** The media type of problems. */
    public static final MediaType TYPE = new MediaType("application", "problem+json");

    /**
     * A field that is wrong.
     *
     * @param field its name
     * @param message what is wrong with it
     */
    public record Violation(String field, String message) {}

    static Problem of(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = status == 422 ? "Unprocessable Content" : known == null ? "Error" : known.getReasonPhrase();
        return new Problem("about:blank", title, status, detail, null);
    }

    static Problem invalid(List<Violation> violations) {
        String detail =
                violations.isEmpty() ? "The input is wrong" : violations.get(0).message();
        return new Problem("about:blank", "Bad Request", 400, detail, violations);
    }
}
