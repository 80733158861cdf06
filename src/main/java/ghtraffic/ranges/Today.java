package ghtraffic.ranges;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Knows the current day. All days of this application are UTC days, as they are at GitHub. */
@ApplicationScoped
public class Today {

    @Inject
    private Clock clock;

    /** Returns the current UTC day. */
    public LocalDate date() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
