package ghtraffic.web.signin;

import ghtraffic.limits.AttemptLimiter;
import ghtraffic.limits.ClientAddress;
import ghtraffic.web.errors.TooManyRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Slows down an address that takes the steps of a sign-in too often, because each step calls the provider. */
@ApplicationScoped
class SignInLimiter {

    @Inject
    private AttemptLimiter attempts;

    /** Counts a step. If there were too many, it sends the response with status 429 instead and returns true. */
    boolean isTooFast(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ClientAddress address = new ClientAddress(request.getRemoteAddr());
        Optional<Duration> wait = attempts.remainingWait(AttemptLimiter.Kind.SIGN_IN, address);
        if (wait.isPresent()) {
            TooManyRequests.answer(response, wait.get());
            return true;
        }
        attempts.count(AttemptLimiter.Kind.SIGN_IN, address);
        return false;
    }
}
