package ghtraffic.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The front of the API: checks token and limit, fails when told to, and sends what {@link GitHubApi} answers. */
final class ApiHandler implements HttpHandler {

    private final Situation situation;
    private final ScheduledExecutorService threads;
    private final Limits limits = new Limits();
    private final AtomicLong requestIds = new AtomicLong(0xC0DE_0000L);

    ApiHandler(Situation situation, ScheduledExecutorService threads) {
        this.situation = situation;
        this.threads = threads;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Call call = Call.of(exchange, situation.now());
        situation.record(call.line());
        Optional<Failure> failure = situation.failureOf(pathsOf(call));
        if (failure.isPresent()) {
            fail(exchange, call, failure.get());
        } else {
            answer(call).send(exchange);
        }
    }

    private static List<String> pathsOf(Call call) {
        Stream<String> asCalled = Stream.of(call.uri().getPath());
        Stream<String> otherwise = Catalogue.target(call.path()).stream().flatMap(target -> target.paths().stream());
        return Stream.concat(asCalled, otherwise).toList();
    }

    private Answer answer(Call call) {
        Optional<Caller> known = Caller.of(call);
        Caller caller = known.orElse(Caller.ANYONE);
        Limits.Usage usage = limits.of(caller, call.now());
        if (known.isEmpty()) {
            return decorated(Refusal.badCredentials(), call, caller, usage);
        }
        if (call.header("user-agent").isEmpty()) {
            return Refusal.noUserAgent();
        }
        if (call.path().equals(List.of("rate_limit"))) {
            return decorated(Answer.json(usage.json()), call, caller, usage);
        }
        if (usage.isExhausted()) {
            return decorated(Refusal.limitReached(caller), call, caller, usage);
        }
        Answer answer = GitHubApi.answer(call, caller).validatedFor(call);
        Limits.Usage after = answer.status() == 304 ? usage : limits.spend(caller, call.now(), 1);
        return decorated(answer, call, caller, after);
    }

    private void fail(HttpExchange exchange, Call call, Failure failure) throws IOException {
        if (failure.kind() == Failure.Kind.SLOW) {
            long delay = failure.delay().toMillis();
            var unused = threads.schedule(() -> sendLate(exchange, call), delay, TimeUnit.MILLISECONDS);
        } else {
            failed(call, failure).send(exchange);
        }
    }

    private Reply failed(Call call, Failure failure) {
        return switch (failure.kind()) {
            case STATUS_500 -> failed(call, Answer.problem(500, "Server Error", ""));
            case STATUS_502_HTML -> Answer.html(502, "502 Bad Gateway");
            case HTML_200 -> Answer.html(200, "Sign in to the network");
            case TRUNCATED_JSON -> answer(call.unconditional()).truncated();
            case SLOW -> answer(call);
            case RATE_LIMIT_429 -> failed(call, Refusal.secondaryLimit(failure.delay()));
            case RATE_LIMIT_403 -> {
                Caller caller = Caller.of(call).orElse(Caller.ANYONE);
                Instant reset = call.now().plus(failure.delay());
                yield failed(call, Refusal.limitReached(caller, reset));
            }
            case UNKNOWN_LIMIT_403 -> failed(call, Refusal.secondaryLimit(403));
            case BAD_TOKEN_401 -> failed(call, Refusal.badCredentials());
            case FORBIDDEN_PUSH -> failed(call, Refusal.pushAccessMissing());
            case FORBIDDEN_TOKEN -> failed(call, needing(call, Refusal.notForToken()));
            case FORBIDDEN_INTEGRATION -> failed(call, needing(call, Refusal.notForIntegration()));
            case NOT_FOUND_404 -> failed(call, Answer.notFound());
            case GONE_410 -> failed(call, Answer.problem(410, "Gone", ""));
            case REDIRECT_LOOP -> failed(call, Answer.moved(call.base() + call.uri()));
            case WRONG_TYPES -> answer(call.unconditional()).rewritten(WrongJson::otherTypes);
            case WRONG_SHAPE -> answer(call.unconditional()).rewritten(WrongJson::otherShape);
            case HUGE_BODY -> new HugeBody();
            case DOWN -> HttpExchange::close;
        };
    }

    /** Names the permission that the call needs, as the normal answer would. */
    private static Answer needing(Call call, Answer refusal) {
        Caller caller = Caller.of(call).orElse(Caller.ANYONE);
        String permissions = GitHubApi.answer(call, caller).headers().get(GitHubApi.PERMISSIONS);
        return permissions == null ? refusal : refusal.with(GitHubApi.PERMISSIONS, permissions);
    }

    private Answer failed(Call call, Answer answer) {
        Caller caller = Caller.of(call).orElse(Caller.ANYONE);
        return decorated(answer, call, caller, limits.of(caller, call.now()));
    }

    private Answer decorated(Answer answer, Call call, Caller caller, Limits.Usage usage) {
        Map<String, String> headers = new LinkedHashMap<>(usage.headers());
        headers.putAll(answer.status() == 401 ? Map.of() : caller.headers(call.now()));
        headers.put(
                "x-github-api-version-selected",
                call.header("x-github-api-version").orElse("2022-11-28"));
        headers.put("x-github-media-type", "github.v3; format=json");
        headers.put("x-github-request-id", String.format(Locale.ROOT, "%08X:5A17", requestIds.incrementAndGet()));
        return answer.withAll(headers);
    }

    private void sendLate(HttpExchange exchange, Call call) {
        try {
            answer(call).send(exchange);
        } catch (IOException e) {
            // The client no longer waits; there is nobody left to tell.
            exchange.close();
        }
    }
}
