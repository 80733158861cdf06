package ghtraffic.api;

import ghtraffic.api.Problem.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;

/** Names the fields that Jakarta Validation rejected. */
@Provider
public class ValidationErrorMapper implements ExceptionMapper<ConstraintViolationException> {

    @Override
    public Response toResponse(ConstraintViolationException error) {
        List<Violation> violations = error.getConstraintViolations().stream()
                .map(ValidationErrorMapper::violation)
                .sorted(Comparator.comparing(Violation::field))
                .toList();
        return Response.status(400)
                .entity(Problem.invalid(violations))
                .type(Problem.TYPE)
                .build();
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        String field = "";
        for (Path.Node node : violation.getPropertyPath()) {
            field = String.valueOf(node.getName());
        }
        return new Violation(field, field + " " + violation.getMessage());
    }
}
