package ghtraffic.api;

import ghtraffic.identity.NotSignedInException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says of what should not happen no more than a reference to the log; of a lost database, to try again. */
@Provider
public class UnexpectedErrors implements ExceptionMapper<Exception> {

    private static final Logger LOG = System.getLogger(UnexpectedErrors.class.getName());

    @Override
    public Response toResponse(Exception error) {
        if (error instanceof NotSignedInException) {
            return Response.status(401)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .entity(Problem.of(401, "Sign in, or send a bearer token"))
                    .type(Problem.TYPE)
                    .build();
        }
        if (error instanceof JsonException || error instanceof JsonbException) {
            return Response.status(400)
                    .entity(Problem.of(400, "The body is not the JSON that is expected here"))
                    .type(Problem.TYPE)
                    .build();
        }
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Request failed, reference " + reference, error);
        if (isOfDatabase(error)) {
            return Response.status(503)
                    .header(HttpHeaders.RETRY_AFTER, 10)
                    .entity(Problem.of(
                            503,
                            "The database cannot be reached; nothing was changed. Try again. Reference " + reference))
                    .type(Problem.TYPE)
                    .build();
        }
        return Response.status(500)
                .entity(Problem.of(500, "Something failed here; nothing was changed. Reference " + reference))
                .type(Problem.TYPE)
                .build();
    }

    private static boolean isOfDatabase(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof PersistenceException) {
                return true;
            }
        }
        return false;
    }
}
