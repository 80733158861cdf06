package ghtraffic.api;

import ghtraffic.api.Problem.Violation;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A query parameter is not what it should be. */
class InvalidParameter extends WebApplicationException {

    private static final long serialVersionUID = 1;

    /** With the parameter's name, and what it should be, in words that follow the name. */
    InvalidParameter(String name, String wanted) {
        super(Response.status(400)
                .entity(Problem.invalid(List.of(new Violation(name, name + " " + wanted))))
                .type(Problem.TYPE)
                .build());
    }
}
