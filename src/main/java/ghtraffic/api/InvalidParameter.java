package ghtraffic.api;

import ghtraffic.api.Problem.Violation;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Reports that a query parameter or a field of the body is invalid. */
class InvalidParameter extends WebApplicationException {

    private static final long serialVersionUID = 1;

    /**
     * Creates the error.
     *
     * @param name the parameter's name
     * @param wanted what is wrong or expected, worded to follow the name
     */
    InvalidParameter(String name, String wanted) {
        super(Response.status(400)
                .entity(Problem.invalid(List.of(new Violation(name, name + " " + wanted))))
                .type(Problem.TYPE)
                .build());
    }
}
