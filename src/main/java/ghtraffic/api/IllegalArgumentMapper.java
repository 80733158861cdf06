package ghtraffic.api;

import ghtraffic.api.Problem.Violation;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Returns the message of a domain type that rejected its input. The message may begin with the field's name and a
 * colon.
 */
@Provider
public class IllegalArgumentMapper implements ExceptionMapper<IllegalArgumentException> {

    private static final Pattern FIELD = Pattern.compile("([a-z][A-Za-z]*): (.*)");

    @Override
    public Response toResponse(IllegalArgumentException error) {
        String message = String.valueOf(error.getMessage());
        Matcher matcher = FIELD.matcher(message);
        Problem problem = matcher.matches()
                ? Problem.invalid(List.of(new Violation(matcher.group(1), matcher.group(1) + " " + matcher.group(2))))
                : Problem.of(400, message);
        return Response.status(400).entity(problem).type(Problem.TYPE).build();
    }
}
