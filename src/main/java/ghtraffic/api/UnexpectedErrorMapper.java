package ghtraffic.api;

import ghtraffic.database.SqlFailure;
import ghtraffic.identity.MissingRoleException;
import ghtraffic.identity.NotSignedInException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * Answers unexpected errors with a reference to the log and no details. If the database is unreachable or busy, it asks
 * the caller to try again.
 */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<Exception> {

    private static final Logger LOG = System.getLogger(UnexpectedErrorMapper.class.getName());

    /**
     * RESTEasy throws exceptions of this package for an invalid header such as {@code Accept: text/plain;q=abc}. They
     * have no class in the Jakarta API.
     */
    private static final String FROM_THE_SERVER = "org.jboss.resteasy.spi.";

    @Override
    public Response toResponse(Exception error) {
        if (error instanceof NotSignedInException) {
            return Response.status(401)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .entity(Problem.of(401, "Sign in, or send a bearer token"))
                    .type(Problem.TYPE)
                    .build();
        }
        if (error instanceof MissingRoleException) {
            return Response.status(403)
                    .entity(Problem.of(403, String.valueOf(error.getMessage())))
                    .type(Problem.TYPE)
                    .build();
        }
        if (error instanceof JsonException || error instanceof JsonbException) {
            return Response.status(400)
                    .entity(Problem.of(400, "The body is not the JSON that is expected here"))
                    .type(Problem.TYPE)
                    .build();
        }
        if (isUnreadable(error)) {
            LOG.log(Level.WARNING, "The body of a request cannot be read: {0}", error.getMessage());
            return Response.status(400)
                    .entity(Problem.of(400, "The body is malformed, incomplete or too slow"))
                    .type(Problem.TYPE)
                    .build();
        }
        if (error.getClass().getName().startsWith(FROM_THE_SERVER)) {
            return Response.status(400)
                    .entity(Problem.of(400, "A header of the request cannot be read"))
                    .type(Problem.TYPE)
                    .build();
        }
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Request failed, reference " + reference, error);
        Problem problem = problem(error, reference);
        Response.ResponseBuilder response =
                Response.status(problem.status()).entity(problem).type(Problem.TYPE);
        return problem.status() == 503
                ? response.header(HttpHeaders.RETRY_AFTER, 10).build()
                : response.build();
    }

    /** The resources read no other streams than the body. */
    private static boolean isUnreadable(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return !SqlFailure.isUnreachable(error);
            }
        }
        return false;
    }

    static Problem problem(Throwable error, String reference) {
        String end = "; nothing was changed. Try again. Reference " + reference;
        if (SqlFailure.isLocked(error)) {
            return Problem.of(503, "Somebody else was changing the same thing" + end);
        }
        return SqlFailure.isUnreachable(error)
                ? Problem.of(503, "The database cannot be reached" + end)
                : Problem.of(500, "Something failed here; nothing was changed. Reference " + reference);
    }
}
