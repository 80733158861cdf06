package ghtraffic.api;

import ghtraffic.api.Problem.Violation;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A query parameter that should be a day is none. */
class InvalidDay extends WebApplicationException {

    private static final long serialVersionUID = 1;

    InvalidDay(String name) {
        super(Response.status(400)
                .entity(Problem.invalid(
                        List.of(new Violation(name, name + " is no day; write it as year-month-day, like 2026-01-31"))))
                .type(Problem.TYPE)
                .build());
    }
}
