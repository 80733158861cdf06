package ghtraffic.standin;

import com.sun.net.httpserver.HttpExchange;
import ghtraffic.standin.access.Caller;
import ghtraffic.standin.faults.Failure;
import ghtraffic.standin.faults.HugeBody;
import ghtraffic.standin.faults.WrongJson;
import ghtraffic.standin.http.Answer;
import ghtraffic.standin.http.Call;
import ghtraffic.standin.http.Reply;

/** Creates the reply to a call that is set to fail. */
final class FailingReply {

    private final Gate gate;

    FailingReply(Gate gate) {
        this.gate = gate;
    }

    Reply reply(Failure failure, Call call) {
        return switch (failure.kind()) {
            case STATUS_500 -> gate.dressed(call, Answer.problem(500, "Server Error", ""));
            case STATUS_502_HTML -> Answer.html(502, "502 Bad Gateway");
            case HTML_200 -> Answer.html(200, "Sign in to the network");
            case TRUNCATED_JSON -> gate.answer(call.unconditional()).truncated();
            case SLOW -> gate.answer(call);
            case RATE_LIMIT_429 -> gate.dressed(call, RefusalAnswers.secondaryLimit(failure.delay()));
            case RATE_LIMIT_403 -> {
                Caller caller = gate.caller(call);
                Answer refusal = RefusalAnswers.limitReached(
                        caller, gate.limit(caller), call.now().plus(failure.delay()));
                yield gate.dressed(call, refusal);
            }
            case UNKNOWN_LIMIT_403 -> gate.dressed(call, RefusalAnswers.secondaryLimit(403));
            case BAD_TOKEN_401 -> gate.dressed(call, RefusalAnswers.badCredentials());
            case FORBIDDEN_PUSH -> gate.dressed(call, RefusalAnswers.pushAccessMissing());
            case FORBIDDEN_TOKEN ->
                gate.dressed(call, needing(call, RefusalAnswers.notForToken(GitHubApi.TRAFFIC_DOCUMENTATION)));
            case FORBIDDEN_INTEGRATION ->
                gate.dressed(call, needing(call, RefusalAnswers.notForIntegration(GitHubApi.TRAFFIC_DOCUMENTATION)));
            case NOT_FOUND_404 -> gate.dressed(call, Answer.notFound());
            case GONE_410 -> gate.dressed(call, Answer.problem(410, "Gone", ""));
            case REDIRECT_LOOP -> gate.dressed(call, Answer.moved(call.origin() + call.uri()));
            case WRONG_TYPES -> gate.answer(call.unconditional()).rewritten(WrongJson::otherTypes);
            case WRONG_SHAPE -> gate.answer(call.unconditional()).rewritten(WrongJson::otherShape);
            case HOSTILE_TEXT -> gate.answer(call.unconditional()).rewritten(WrongJson::hostileTexts);
            case HUGE_BODY -> new HugeBody();
            case DOWN -> HttpExchange::close;
        };
    }

    /** Adds the header with the permission that the call needs, as in the normal answer. */
    private Answer needing(Call call, Answer refusal) {
        String permissions = GitHubApi.answer(call, gate.caller(call)).headers().get(GitHubApi.PERMISSIONS);
        return permissions == null ? refusal : refusal.with(GitHubApi.PERMISSIONS, permissions);
    }
}
