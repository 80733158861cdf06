package ghtraffic.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type always {@code about:blank}, because the status tells the kind of problem
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong and what to do
 * @param violations the invalid fields, null if the error belongs to no field
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<Violation> violations) {

    /** The media type of problem documents. */
    public static final MediaType TYPE = new MediaType("application", "problem+json");

    /**
     * An invalid field.
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
