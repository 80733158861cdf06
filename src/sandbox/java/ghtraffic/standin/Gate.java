package ghtraffic.standin;

import ghtraffic.standin.access.Caller;
import ghtraffic.standin.access.GitHubApp;
import ghtraffic.standin.access.Limits;
import ghtraffic.standin.http.Answer;
import ghtraffic.standin.http.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Checks the token and the rate limit before {@link GitHubApi} answers, and adds the headers that all answers have. */
final class Gate {

    private final Limits limits;
    private final GitHubApp app;
    private final AtomicLong requestIds = new AtomicLong(0xC0DE_0000L);

    Gate(Limits limits, GitHubApp app) {
        this.limits = limits;
        this.app = app;
    }

    Answer answer(Call call) {
        if (call.header("user-agent").isEmpty()) {
            return RefusalAnswers.noUserAgent();
        }
        if (GitHubApp.isAskedForToken(call)) {
            return app.token(call).withAll(ownHeaders(call));
        }
        Optional<Caller> known = Caller.of(call, app);
        if (known.isEmpty()) {
            return dressed(call, RefusalAnswers.badCredentials());
        }
        Caller caller = known.get();
        if (call.path().equals(List.of("rate_limit"))) {
            return dressed(call, ofLimits(call, caller));
        }
        boolean limited = call.server().hasLimits();
        if (limited && !limits.take(caller, call.now())) {
            return dressed(call, RefusalAnswers.limitReached(caller));
        }
        Answer answer = GitHubApi.answer(call, caller).validatedFor(call);
        if (limited && answer.status() == 304) {
            limits.giveBack(caller, call.now());
        }
        return dressed(call, answer);
    }

    private Answer ofLimits(Call call, Caller caller) {
        return call.server().hasLimits()
                ? Answer.json(limits.of(caller, call.now()).json())
                : Answer.problem(404, "Rate limiting is not enabled.", "/rate-limit");
    }

    /** Adds the headers of all answers to this caller. */
    Answer dressed(Call call, Answer answer) {
        Caller caller = caller(call);
        Map<String, String> headers = new LinkedHashMap<>();
        if (call.server().hasLimits()) {
            headers.putAll(limits.of(caller, call.now()).headers());
        }
        headers.putAll(answer.status() == 401 ? Map.of() : caller.headers(call.now()));
        headers.putAll(ownHeaders(call));
        return answer.withAll(headers);
    }

    private Map<String, String> ownHeaders(Call call) {
        Map<String, String> headers = new LinkedHashMap<>(call.server().headers());
        headers.put(
                "x-github-api-version-selected",
                call.header("x-github-api-version").orElse("2022-11-28"));
        headers.put("x-github-media-type", "github.v3; format=json");
        headers.put("x-github-request-id", String.format(Locale.ROOT, "%08X:5A17", requestIds.incrementAndGet()));
        return headers;
    }

    /** Returns the caller; a call with an unknown token counts as one without a token. */
    Caller caller(Call call) {
        return Caller.of(call, app).orElse(Caller.ANYONE);
    }

    /** Returns the number of requests that the caller has per hour. */
    int limit(Caller caller) {
        return limits.hourly(caller);
    }
}
