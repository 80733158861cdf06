package ghtraffic.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Keeps the status and the headers of an error and returns its message as a problem document. */
@Provider
public class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException error) {
        int status = error.getResponse().getStatus();
        if (status < 400 || error.getResponse().getEntity() instanceof Problem) {
            return error.getResponse();
        }
        String message = error.getMessage();
        String detail = message == null || message.startsWith("HTTP ") || message.startsWith("RESTEASY")
                ? plain(status)
                : message;
        return Response.fromResponse(error.getResponse())
                .entity(Problem.of(status, detail))
                .type(Problem.TYPE)
                .build();
    }

    private static String plain(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read";
            case 404 -> "There is nothing at this address";
            case 405 -> "This address does not know the method";
            case 406 -> "The answer is JSON or CSV; the request accepts neither";
            case 415 -> "Send JSON with Content-Type application/json";
            default -> "The request failed";
        };
    }
}
