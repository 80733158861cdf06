package ghtraffic.web.errors;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** The response to an address that has to wait (RFC 6585). */
public final class TooManyRequests {

    private static final int STATUS = 429;

    private TooManyRequests() {}

    /** Answers with status 429 and the seconds until the next attempt. */
    public static void answer(HttpServletResponse response, Duration pause) throws IOException {
        response.setHeader("Retry-After", String.valueOf(pause.toSeconds()));
        response.sendError(STATUS);
    }
}
